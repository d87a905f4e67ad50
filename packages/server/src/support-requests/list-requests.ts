import type { SupportQuery } from '@zhuowei/contract/support-requests.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { presentRequest, selectRequests } from './select-requests.ts'

/** Open ones first, the longest waiting at the top; decided ones behind them, the latest first. */
export async function listRequests({ db, actor }: Reading, query: SupportQuery) {
  let rows = selectRequests(db, actor)
    .orderBy(rank)
    .orderBy('supportRequests.id')
    .limit(query.limit + 1)
    .select(rank.as('rank'))
  if (query.state) rows = rows.where('supportRequests.state', 'in', query.state)
  if (query.personId) rows = rows.where('supportRequests.personId', '=', query.personId)
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    rows = rows.where(sql<boolean>`(${rank}, support_requests.id) > (${at}::double precision, ${id}::uuid)`)
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => presentRequest(row, actor)),
    next: found.length > query.limit && last ? cursorOf(String(last.rank), last.id) : null,
  }
}

/** Ascending: the waiting since when, then the answered by how long ago, which never reaches below the waiting ones. */
const rank = sql<number>`case when support_requests.state = 'open'
  then extract(epoch from support_requests.created_at)::double precision
  else 1e12 - extract(epoch from support_requests.updated_at)::double precision end`
