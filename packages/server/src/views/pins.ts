import type { SavedView } from '@zhuowei/contract/views.ts'
import type { Writing } from '../platform/http/implement.ts'
import { findView, listViews, readView } from './read.ts'

/** Behind those that are pinned already; whatever is pinned keeps its place. */
export async function pinView(work: Writing, id: string): Promise<SavedView> {
  await findView(work, id)
  const { last } = await work.db
    .selectFrom('savedViewPins')
    .select((pin) => pin.fn.max('position').as('last'))
    .where('personId', '=', work.actor.id)
    .executeTakeFirstOrThrow()
  await work.db
    .insertInto('savedViewPins')
    .values({ personId: work.actor.id, viewId: id, position: (last ?? -1) + 1 })
    .onConflict((pin) => pin.columns(['personId', 'viewId']).doNothing())
    .execute()
  return readView(work, id)
}

export async function unpinView(work: Writing, id: string): Promise<SavedView> {
  await findView(work, id)
  await work.db
    .deleteFrom('savedViewPins')
    .where('viewId', '=', id)
    .where('personId', '=', work.actor.id)
    .execute()
  return readView(work, id)
}

/** Pinned views that are not named follow behind the named ones. */
export async function reorderPins(
  work: Writing,
  page: SavedView['page'],
  ids: readonly string[],
): Promise<SavedView[]> {
  const pinned = (await listViews(work, page)).filter((view) => view.pinned).map(({ id }) => id)
  const order = new Set([...ids.filter((id) => pinned.includes(id)), ...pinned])
  for (const [position, viewId] of [...order].entries()) {
    await work.db
      .updateTable('savedViewPins')
      .set({ position })
      .where('viewId', '=', viewId)
      .where('personId', '=', work.actor.id)
      .execute()
  }
  return listViews(work, page)
}

/** A view that is shared no longer leaves the tabs of all but its author, also if it is shared again. */
export async function unpinForColleagues(work: Writing, id: string): Promise<void> {
  await work.db
    .deleteFrom('savedViewPins')
    .where('viewId', '=', id)
    .where('personId', '!=', work.actor.id)
    .execute()
}
