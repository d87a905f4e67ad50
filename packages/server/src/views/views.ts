import type { NewView, SavedView, ViewChanges } from '@zhuowei/contract/views.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, Refusal } from '../platform/refusal.ts'
import { mayEdit } from './access.ts'
import { pinView, unpinForColleagues } from './pins.ts'
import { findView, presentView, readView } from './read.ts'

export async function createView(
  work: Writing,
  { page, name, state, shared, pinned }: NewView,
): Promise<SavedView> {
  const { db, actor, now } = work
  const id = newId()
  await db
    .insertInto('savedViews')
    .values({
      id,
      divisionId: actor.divisionId,
      personId: actor.id,
      page,
      name,
      state: JSON.stringify(state),
      shared,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  return pinned ? pinView(work, id) : readView(work, id)
}

/** Renames, replaces what it remembers, or shares it. */
export async function updateView(
  work: Writing,
  id: string,
  { version, state, ...changes }: ViewChanges,
): Promise<SavedView> {
  const row = await ownView(work, id)
  if (row.version !== version) {
    throw new Refusal('version_conflict', {
      facts: { current: presentView(work, row), yours: { ...changes, state, version } },
    })
  }
  await work.db
    .updateTable('savedViews')
    .set({
      ...changes,
      ...(state ? { state: JSON.stringify(state) } : {}),
      version: version + 1,
      updatedAt: work.now,
    })
    .where('id', '=', id)
    .execute()
  if (changes.shared === false) await unpinForColleagues(work, id)
  return readView(work, id)
}

/** The pins of everybody go with it. */
export async function removeView(work: Writing, id: string): Promise<void> {
  await ownView(work, id)
  await work.db.deleteFrom('savedViews').where('id', '=', id).execute()
}

async function ownView(work: Writing, id: string) {
  const row = await findView(work, id)
  if (!mayEdit(work.actor, row)) throw forbidden('这个视图是同事共享的，只有建立的人可以改')
  return row
}
