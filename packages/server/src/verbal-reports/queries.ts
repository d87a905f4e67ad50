import type { VerbalReportQuery } from '@zhuowei/contract/verbal-reports.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { presentVerbalReport, selectVerbalReports } from './select-verbal-reports.ts'

/** Newest first; the cursor is the instant and id of the last row. */
export async function listVerbalReports({ db, actor }: Reading, query: VerbalReportQuery) {
  let rows = selectVerbalReports(db, actor)
    .orderBy('verbalReports.loggedAt', 'desc')
    .orderBy('verbalReports.id', 'desc')
    .limit(query.limit + 1)
  if (query.state) rows = rows.where('verbalReports.state', 'in', query.state)
  if (query.personId) rows = rows.where('verbalReports.personId', 'in', query.personId)
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    rows = rows.where(
      sql<boolean>`(verbal_reports.logged_at, verbal_reports.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => presentVerbalReport(row, actor)),
    next: found.length > query.limit && last ? cursorOf(last.loggedAt.toISOString(), last.id) : null,
  }
}

export async function getVerbalReport({ db, actor }: Reading, id: string) {
  const row = await selectVerbalReports(db, actor).where('verbalReports.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return presentVerbalReport(row, actor)
}
