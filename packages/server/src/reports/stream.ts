import type { OnServer } from '@zhuowei/contract/kernel.ts'
import {
  countedTo,
  type ReportKind,
  type StreamItem,
  type StreamQuery,
} from '@zhuowei/contract/report-shapes.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { type SqlBool, sql } from 'kysely'
import { stateNow } from '../obligations/state.ts'
import type { Actor } from '../platform/actor.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { handsReportsTo, reportsVisibleTo } from './access.ts'
import { authorOf, regionNames } from './authors.ts'
import { headlineOf } from './content.ts'
import { parseLines } from './lines.ts'

/** The reports that this person reads: unread first of all, or those without a comment, or everything visible; newest first. */
export async function reportStream(reading: Reading, query: StreamQuery) {
  const [rows, counts] = await Promise.all([pageRows(reading, query), streamCounts(reading)])
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const more = rows.length > query.limit && last
  return {
    items: page.map(itemOf),
    next: more ? cursorOf(last.submittedAt.toISOString(), last.id) : null,
    counts,
  }
}

/** Counted only as far as the screen shows. */
export async function streamCounts(reading: Reading) {
  const count = async (box: 'unread' | 'to_comment') => {
    const some = handedTo(reading, box).select('reports.id').limit(countedTo).as('some')
    const row = await reading.db
      .selectFrom(some)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  const [unread, toComment] = await Promise.all([count('unread'), count('to_comment')])
  return { unread, toComment }
}

/** What has lain longer without a comment is not waiting for one any more. */
const commentDays = 14

/** Submitted reports visible to this person; `unread` and `to_comment` are about those that are handed to him. */
export function handedTo({ db, actor, now }: Reading, box: StreamQuery['box']) {
  const visible = db
    .selectFrom('reports')
    .innerJoin('people', 'people.id', 'reports.authorId')
    .where('reports.submittedAt', 'is not', null)
    .where('reports.authorId', '<>', actor.id)
    .where(reportsVisibleTo(actor))
  if (box === 'all') return visible
  const handed = visible.where('people.role', 'in', handsReportsTo(actor))
  if (box === 'unread') return handed.where(unreadBy(actor))
  const lately = new Date(now.getTime() - commentDays * 24 * 60 * 60 * 1000)
  return handed.where('reports.submittedAt', '>', lately).where(uncommentedBy(actor))
}

const unreadBy = (actor: Actor) => sql<SqlBool>`not exists (
  select from report_reads r where r.report_id = reports.id and r.person_id = ${actor.id})`

const uncommentedBy = (actor: Actor) => sql<SqlBool>`not exists (
  select from report_comments c where c.report_id = reports.id and c.author_id = ${actor.id})`

async function pageRows(reading: Reading, query: StreamQuery) {
  const { actor, now } = reading
  const { box, kind, personId, from, to, cursor, limit } = query
  const after = cursor ? readCursor(cursor, 2) : null
  const rows = await handedTo(reading, box)
    .leftJoin('obligations', (join) =>
      join
        .onRef('obligations.personId', '=', 'reports.authorId')
        .onRef('obligations.kind', '=', 'reports.kind')
        .onRef('obligations.periodKey', '=', 'reports.periodKey'),
    )
    .select([
      'reports.id',
      'reports.periodKey',
      'reports.subject',
      'reports.description',
      'reports.result',
      'reports.issue',
      'reports.autoSubmitted',
      'people.id as authorId',
      'people.name as authorName',
      'obligations.id as obligationId',
    ])
    .select((row) => [
      row.ref('reports.kind').$castTo<ReportKind>().as('kind'), // reports_kind_known
      row.ref('people.role').$castTo<Role>().as('role'), // people_role_known
      row.ref('reports.submittedAt').$castTo<Date>().as('submittedAt'), // `handedTo` asks for submitted ones
    ])
    .select([
      regionNames.as('region'),
      stateNow(now).as('state'),
      unreadBy(actor).as('unread'),
      uncommentedBy(actor).as('uncommented'),
    ])
    .$if(kind !== undefined, (q) => q.where('reports.kind', 'in', kind ?? []))
    .$if(personId !== undefined, (q) => q.where('reports.authorId', 'in', personId ?? []))
    .$if(from !== undefined, (q) => q.where('reports.periodKey', '>=', from ?? ''))
    .$if(to !== undefined, (q) => q.where('reports.periodKey', '<=', to ?? ''))
    .$if(after !== null, (q) =>
      q.where(
        sql<SqlBool>`(reports.submitted_at, reports.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('reports.submittedAt', 'desc')
    .orderBy('reports.id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows
}

function itemOf(row: Awaited<ReturnType<typeof pageRows>>[number]): OnServer<StreamItem> {
  const content = {
    description: parseLines(row.description),
    result: parseLines(row.result),
    issue: row.issue,
  }
  return {
    id: row.id,
    author: authorOf(row),
    kind: row.kind,
    date: row.periodKey,
    subject: row.subject,
    headline: headlineOf(content),
    submittedAt: row.submittedAt,
    autoSubmitted: row.autoSubmitted,
    state: row.obligationId ? row.state : null,
    hasIssue: Boolean(row.issue),
    unread: Boolean(row.unread),
    commented: !row.uncommented,
  }
}
