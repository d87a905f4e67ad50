import type { SavedView } from '@zhuowei/contract/views.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { mayEdit, maySee } from './access.ts'

/** The pinned ones in their order, then the rest of one's own and of what colleagues share. */
export async function listViews(reading: Reading, page: SavedView['page']): Promise<SavedView[]> {
  const { actor } = reading
  const rows = await visibleViews(reading)
    .where('savedViews.page', '=', page)
    .orderBy('savedViewPins.position', (place) => place.asc().nullsLast())
    .orderBy((row) => row.case().when('savedViews.personId', '=', actor.id).then(0).else(1).end())
    .orderBy('savedViews.id')
    .limit(100)
    .execute()
  return rows.map((row) => presentView(reading, row))
}

export async function readView(reading: Reading, id: string): Promise<SavedView> {
  return presentView(reading, await findView(reading, id))
}

export async function findView(reading: Reading, id: string) {
  const row = await visibleViews(reading).where('savedViews.id', '=', id).executeTakeFirst()
  if (!row || !maySee(reading.actor, row)) throw notFound()
  return row
}

function visibleViews({ db, actor }: Reading) {
  return db
    .selectFrom('savedViews')
    .innerJoin('people', 'people.id', 'savedViews.personId')
    .leftJoin('savedViewPins', (join) =>
      join.onRef('savedViewPins.viewId', '=', 'savedViews.id').on('savedViewPins.personId', '=', actor.id),
    )
    .selectAll('savedViews')
    .select(['people.name as authorName', 'savedViewPins.position as pinPosition'])
    .where((row) =>
      row.or([
        row('savedViews.personId', '=', actor.id),
        row.and([row('savedViews.shared', '=', true), row('savedViews.divisionId', '=', actor.divisionId)]),
      ]),
    )
}

type Row = Awaited<ReturnType<typeof findView>>

export function presentView({ actor }: Reading, row: Row): SavedView {
  const { id, name, shared, version } = row
  return {
    id,
    name,
    shared,
    version,
    pinned: row.pinPosition !== null,
    page: row.page as SavedView['page'], // createView lets only pages of the contract in
    state: row.state as SavedView['state'], // createView and updateView store what the contract has checked
    author: { id: row.personId, name: row.authorName },
    can: { edit: mayEdit(actor, row) },
  }
}
