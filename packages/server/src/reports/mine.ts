import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { headlineOf } from './content.ts'
import { parseLines } from './lines.ts'
import { recentStrip } from './recent.ts'
import { reportsWithState } from './with-state.ts'

/** The own reports and drafts, newest day first, and the strip of the last 20 working days. */
export async function myReports({ db, actor, now }: Reading, query: { cursor?: string; limit: number }) {
  const after = query.cursor ? readCursor(query.cursor, 1)[0] : undefined
  const [rows, recent] = await Promise.all([
    reportsWithState(db, now)
      .where('authorId', '=', actor.id)
      .$if(after !== undefined, (q) => q.where('reports.periodKey', '<', after ?? ''))
      .orderBy('reports.periodKey', 'desc')
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
    items: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      date: row.periodKey,
      subject: row.subject,
      headline: headlineOf({
        ...row,
        description: parseLines(row.description),
        result: parseLines(row.result),
      }),
      submittedAt: row.submittedAt,
      state: row.state,
      comments: comments.get(row.id)?.length ?? 0,
      lastComment: comments.get(row.id)?.at(-1) ?? null,
    })),
    next: rows.length > query.limit && last ? cursorOf(last.periodKey) : null,
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
