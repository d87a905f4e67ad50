import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { ReportKind } from '@zhuowei/domain/reports/kinds.ts'
import { type SqlBool, sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { parseLines } from './lines.ts'
import { recentStrip } from './recent.ts'
import { headlineFor, ownWordsSay } from './search.ts'
import { reportsWithState } from './with-state.ts'

interface Query {
  kind?: ReportKind[] | undefined
  q?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** The own reports and drafts, newest period first, and the strip of the last 20 working days. */
export async function myReports({ db, actor, now }: Reading, query: Query) {
  const { q } = query
  const after = query.cursor ? readCursor(query.cursor, 2) : null
  const [rows, recent] = await Promise.all([
    reportsWithState(db, now)
      .where('authorId', '=', actor.id)
      .$if(query.kind !== undefined, (q) => q.where('reports.kind', 'in', query.kind ?? []))
      .$if(q !== undefined, (own) => own.where(ownWordsSay(q ?? '')))
      .$if(after !== null, (own) =>
        own.where(sql<SqlBool>`(reports.on_date, reports.id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`),
      )
      .orderBy('reports.onDate', 'desc')
      .orderBy('reports.id', 'desc')
      .limit(query.limit + 1)
      .execute(),
    recentStrip(db, actor.id, shanghaiDate(now), now),
  ])
  const page = rows.slice(0, query.limit)
  const comments = await commentsOn(
    db,
    page.map(({ id }) => id),
  )
  const last = page.at(-1)
  return {
    items: page.map((row) => {
      const content = { ...row, description: parseLines(row.description), result: parseLines(row.result) }
      return {
        id: row.id,
        kind: row.kind,
        period: row.periodKey,
        date: row.onDate,
        subject: row.subject,
        headline: headlineFor(content, q),
        submittedAt: row.submittedAt,
        state: row.state,
        comments: comments.get(row.id)?.length ?? 0,
        lastComment: comments.get(row.id)?.at(-1) ?? null,
      }
    }),
    next: rows.length > query.limit && last ? cursorOf(last.onDate, last.id) : null,
    recent,
  }
}

async function commentsOn(db: Reading['db'], ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never[]>()
  const rows = await db
    .selectFrom('reportComments')
    .innerJoin('people', 'people.id', 'reportComments.authorId')
    .select(['reportComments.id', 'reportId', 'body', 'at', 'people.id as authorId', 'people.name'])
    .where('reportId', 'in', ids)
    .orderBy('at')
    .execute()
  return Map.groupBy(
    rows.map(({ authorId, name, ...row }) => ({ ...row, author: { id: authorId, name } })),
    ({ reportId }) => reportId,
  )
}
