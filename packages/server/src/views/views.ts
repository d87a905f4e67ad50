import type { NewView, SavedView, ViewChanges } from '@zhuowei/contract/views.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, notFound, Refusal } from '../platform/refusal.ts'
import { mayEdit, maySee } from './access.ts'

/** One's own in the chosen order, then the shared ones of colleagues. */
export async function listViews(reading: Reading, page: SavedView['page']): Promise<SavedView[]> {
  const { actor } = reading
  const rows = await visibleViews(reading)
    .where('savedViews.page', '=', page)
    .orderBy((row) => row.case().when('savedViews.personId', '=', actor.id).then(0).else(1).end())
    .orderBy('savedViews.position')
    .orderBy('savedViews.id')
    .limit(100)
    .execute()
  return rows.map((row) => present(reading, row))
}

export async function createView(work: Writing, { page, name, state, shared }: NewView): Promise<SavedView> {
  const { db, actor, now } = work
  const { count } = await db
    .selectFrom('savedViews')
    .select((view) => view.fn.countAll<number>().as('count'))
    .where('personId', '=', actor.id)
    .where('page', '=', page)
    .executeTakeFirstOrThrow()
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
      position: count,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  return present(work, await find(work, id))
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
      facts: { current: present(work, row), yours: { ...changes, state, version } },
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
  return present(work, await find(work, id))
}

/** Views that are not named keep their order behind the named ones. */
export async function reorderViews(
  work: Writing,
  page: SavedView['page'],
  ids: readonly string[],
): Promise<SavedView[]> {
  for (const [position, id] of ids.entries()) {
    await work.db
      .updateTable('savedViews')
      .set({ position })
      .where('id', '=', id)
      .where('page', '=', page)
      .where('personId', '=', work.actor.id)
      .execute()
  }
  return listViews(work, page)
}

export async function removeView(work: Writing, id: string): Promise<void> {
  await ownView(work, id)
  await work.db.deleteFrom('savedViews').where('id', '=', id).execute()
}

async function ownView(work: Writing, id: string) {
  const row = await find(work, id)
  if (!mayEdit(work.actor, row)) throw forbidden('这个视图是同事共享的，只有建立的人可以改')
  return row
}

async function find(reading: Reading, id: string) {
  const row = await visibleViews(reading).where('savedViews.id', '=', id).executeTakeFirst()
  if (!row || !maySee(reading.actor, row)) throw notFound()
  return row
}

function visibleViews({ db, actor }: Reading) {
  return db
    .selectFrom('savedViews')
    .innerJoin('people', 'people.id', 'savedViews.personId')
    .selectAll('savedViews')
    .select('people.name as authorName')
    .where((row) =>
      row.or([
        row('savedViews.personId', '=', actor.id),
        row.and([row('savedViews.shared', '=', true), row('savedViews.divisionId', '=', actor.divisionId)]),
      ]),
    )
}

type Row = Awaited<ReturnType<typeof find>>

function present({ actor }: Reading, row: Row): SavedView {
  const { id, name, shared, version } = row
  return {
    id,
    name,
    shared,
    version,
    page: row.page as SavedView['page'], // createView lets only pages of the contract in
    state: row.state as SavedView['state'], // createView and updateView store what the contract has checked
    author: { id: row.personId, name: row.authorName },
    can: { edit: mayEdit(actor, row) },
  }
}
