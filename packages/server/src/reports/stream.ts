import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { countedTo } from '@zhuowei/contract/limits.ts'
import type { StreamItem, StreamQuery } from '@zhuowei/contract/report-shapes.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { tellsProblem } from '@zhuowei/domain/reports/daily-draft.ts'
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { DB } from '../platform/db/schema.d.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { handsReportsTo, reportsVisibleTo } from './access.ts'
import { authorOf, regionNames } from './authors.ts'
import { headlineFor, saysAll } from './search.ts'
import { shownContent } from './shown.ts'
import { reportsWithState, submittedOf } from './with-state.ts'

/** The reports that this person reads: unread first of all, or those without a comment, or everything visible; newest first. */
export async function reportStream(reading: Reading, query: StreamQuery) {
  const [rows, counts] = await Promise.all([pageRows(reading, query), streamCounts(reading)])
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const more = rows.length > query.limit && last
  return {
    items: page.map((row) => itemOf(row, query.q)),
    next: more ? cursorOf(last.submittedAt.toISOString(), last.id) : null,
    counts,
  }
}

/** The newest unread ones and how many there are, for a page that shows nothing else of the stream. */
export async function latestUnread(reading: Reading, limit: number) {
  const [rows, count] = await Promise.all([
    pageRows(reading, { box: 'unread', limit }),
    countIn(reading, 'unread'),
  ])
  return { items: rows.slice(0, limit).map((row) => itemOf(row)), count }
}

/** Counted only as far as the screen shows. */
export async function streamCounts(reading: Reading) {
  const [unread, toComment] = await Promise.all([countIn(reading, 'unread'), countIn(reading, 'to_comment')])
  return { unread, toComment }
}

async function countIn(reading: Reading, box: 'unread' | 'to_comment'): Promise<number> {
  const some = handedTo(reading, box).select('reports.id').limit(countedTo).as('some')
  const row = await reading.db
    .selectFrom(some)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What has lain longer without a comment is not waiting for one any more. */
const commentDays = 14

/** `handed`: all that are handed to this person, read or not. */
type Box = StreamQuery['box'] | 'handed'

/** Submitted reports visible to this person; `unread` and `to_comment` are about those that are handed to him. */
export function handedTo(reading: Reading, box: Box) {
  return reading.db
    .selectFrom('reports')
    .innerJoin('people', 'people.id', 'reports.authorId')
    .where(inBox(reading, box))
}

function inBox({ actor, now }: Reading, box: Box) {
  return (row: ExpressionBuilder<DB, 'reports' | 'people'>) => {
    const visible = row.and([
      row('reports.handedAt', 'is not', null),
      row('reports.authorId', '<>', actor.id),
      reportsVisibleTo(actor)(row),
    ])
    if (box === 'all') return visible
    const handed = visible.and('people.role', 'in', handsReportsTo(actor))
    if (box === 'handed') return handed
    if (box === 'unread') return handed.and(unreadBy(actor))
    const lately = new Date(now.getTime() - commentDays * 24 * 60 * 60 * 1000)
    return handed.and('reports.handedAt', '>', lately).and(uncommentedBy(actor))
  }
}

const unreadBy = (actor: Actor) => sql<SqlBool>`not exists (
  select from report_reads r where r.report_id = reports.id and r.person_id = ${actor.id})`

const uncommentedBy = (actor: Actor) => sql<SqlBool>`not exists (
  select from report_comments c where c.report_id = reports.id and c.author_id = ${actor.id})`

async function pageRows(reading: Reading, query: StreamQuery) {
  const { actor, now } = reading
  const { box, kind, personId, from, to, q, cursor, limit } = query
  const after = cursor ? readCursor(cursor, 2) : null
  const rows = await reportsWithState(reading.db, now)
    .innerJoin('people', 'people.id', 'reports.authorId')
    .where(inBox(reading, box))
    .select(['people.id as authorId', 'people.name as authorName'])
    .select((row) => row.ref('people.role').$castTo<Role>().as('role')) // people_role_known
    .select([regionNames.as('region'), unreadBy(actor).as('unread'), uncommentedBy(actor).as('uncommented')])
    .$narrowType<{ submittedAt: Date }>() // every box asks for submitted ones
    .$if(kind !== undefined, (q) => q.where('reports.kind', 'in', kind ?? []))
    .$if(personId !== undefined, (q) => q.where('reports.authorId', 'in', personId ?? []))
    .$if(from !== undefined, (q) => q.where('reports.onDate', '>=', from ?? ''))
    .$if(to !== undefined, (q) => q.where('reports.onDate', '<=', to ?? ''))
    .$if(q !== undefined, (found) => found.where(saysAll(q ?? '')))
    .$if(after !== null, (q) =>
      q.where(
        sql<SqlBool>`(reports.handed_at, reports.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('reports.handedAt', 'desc')
    .orderBy('reports.id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows
}

function itemOf(row: Awaited<ReturnType<typeof pageRows>>[number], q?: string): OnServer<StreamItem> {
  const content = shownContent({ ...row, submittedAt: submittedOf(row) })
  return {
    id: row.id,
    author: authorOf(row),
    kind: row.kind,
    period: row.periodKey,
    date: row.onDate,
    subject: row.subject,
    headline: headlineFor(content, q),
    submittedAt: row.submittedAt,
    autoSubmitted: submittedOf(row) ? row.autoSubmitted : row.planAutoSubmitted,
    state: row.state,
    hasIssue: tellsProblem(content),
    unread: Boolean(row.unread),
    commented: !row.uncommented,
  }
}
