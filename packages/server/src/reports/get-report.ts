import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Report, ReportKind } from '@zhuowei/contract/report-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { reportForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { gradeLabel, tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { type SqlBool, sql } from 'kysely'
import { decisionsOpen } from '../compliance/decisions.ts'
import { visibleCustomers } from '../customers/scope.ts'
import { findObligation } from '../obligations/ledger.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { notFound } from '../platform/refusal.ts'
import { isOwn, mayComment, reportsVisibleTo } from './access.ts'
import { authorOf, regionNames } from './authors.ts'
import { headlineOf } from './content.ts'
import { fileReportIfDue } from './file-due.ts'
import { parseLines } from './lines.ts'
import { recentStrip } from './recent.ts'
import { conclusionOf } from './standing.ts'

type Given = { db: Database | Trx; actor: Actor; now: Date }

export type VisibleReport = Awaited<ReturnType<typeof findReport>>

/** A submitted report that this person may read; anything else is not there. */
export async function findReport(given: Given, id: string) {
  const { db, now } = given
  const found = await submittedReport(given, id)
  const row = found ?? ((await fileReportIfDue(db, id, now)) ? await submittedReport(given, id) : undefined)
  if (!row?.submittedAt) throw notFound()
  return {
    ...row,
    submittedAt: row.submittedAt,
    description: parseLines(row.description),
    result: parseLines(row.result),
  }
}

function submittedReport({ db, actor }: Given, id: string) {
  return db
    .selectFrom('reports')
    .innerJoin('people', 'people.id', 'reports.authorId')
    .selectAll('reports')
    .select(['people.name as authorName', 'people.divisionId as authorDivisionId'])
    .select((eb) => [
      eb.ref('people.role').$castTo<Role>().as('role'), // people_role_known
      eb.ref('reports.kind').$castTo<ReportKind>().as('kind'), // reports_kind_known
      eb.ref('specialReasonKind').$castTo<Report['specialReasonKind']>().as('specialReasonKind'), // the contract's enum
    ])
    .select(regionNames.as('region'))
    .where('reports.id', '=', id)
    .where('reports.submittedAt', 'is not', null)
    .where(reportsVisibleTo(actor))
    .executeTakeFirst()
}

export async function getReport(given: Given, id: string): Promise<OnServer<Report>> {
  const { db, actor, now } = given
  const row = await findReport(given, id)
  const subject = { personId: row.authorId, role: row.role, divisionId: row.authorDivisionId }
  const [obligation, comments, readers, mentions, earlier, recent, revised] = await Promise.all([
    findObligation(db, row.authorId, row.periodKey, now),
    commentsOf(db, id),
    readersOf(db, id),
    mentionsOf(db, actor, row),
    earlierThan(db, row, actor),
    recentStrip(db, row.authorId, shanghaiDate(now), now),
    db
      .selectFrom('reportVersions')
      .select((eb) => [eb.fn.max('at').as('at'), eb.fn.countAll<number>().as('count')])
      .where('reportId', '=', id)
      .executeTakeFirstOrThrow(),
  ])
  const decide = obligation && (await decisionsOpen({ db, actor, now }, obligation, subject))
  return {
    id: row.id,
    author: authorOf(row),
    kind: row.kind,
    date: row.periodKey,
    subject: row.subject,
    timeOption: row.timeOption,
    prompts: { description: reportForms[row.kind].description, result: reportForms[row.kind].result },
    description: row.description,
    result: row.result,
    issue: row.issue,
    specialReasonKind: row.specialReasonKind,
    specialReason: row.specialReason,
    submittedAt: row.submittedAt,
    autoSubmitted: row.autoSubmitted,
    version: row.version,
    revisedAt: Number(revised.count) > 1 ? revised.at : null,
    state: obligation?.state ?? null,
    reasons: obligation ? [...obligation.reasons, ...conclusionOf(obligation, now)] : [],
    obligationId: obligation?.id ?? null,
    comments,
    readAt: readers.find((reader) => reader.id === actor.id)?.at ?? null,
    readers,
    mentions,
    earlier,
    recent,
    can: {
      revise: isOwn(actor, subject),
      comment: mayComment(actor, subject),
      waive: decide?.waive ?? false,
      rejectReason: decide?.rejectReason ?? false,
    },
  }
}

/** What was said in each version, oldest first. */
export async function reportVersions(given: Given, id: string) {
  await findReport(given, id)
  const rows = await given.db
    .selectFrom('reportVersions')
    .select(['version', 'at', 'description', 'result', 'issue'])
    .where('reportId', '=', id)
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    ...row,
    description: parseLines(row.description),
    result: parseLines(row.result),
  }))
}

async function commentsOf(db: Database | Trx, reportId: string) {
  const rows = await db
    .selectFrom('reportComments')
    .innerJoin('people', 'people.id', 'reportComments.authorId')
    .select(['reportComments.id', 'people.id as authorId', 'people.name', 'body', 'at'])
    .where('reportId', '=', reportId)
    .orderBy('at')
    .orderBy('reportComments.id')
    .execute()
  return rows.map(({ authorId, name, ...row }) => ({ ...row, author: { id: authorId, name } }))
}

function readersOf(db: Database | Trx, reportId: string) {
  return db
    .selectFrom('reportReads')
    .innerJoin('people', 'people.id', 'reportReads.personId')
    .select(['people.id', 'people.name', 'at'])
    .where('reportId', '=', reportId)
    .orderBy('at')
    .execute()
}

/** The customers behind the lines that the reader may see: visited, new, or changed in grade. The client wrote the ids of the lines. */
async function mentionsOf(
  db: Database | Trx,
  actor: Actor,
  { divisionId, description, result }: VisibleReport,
) {
  const refs = [...description, ...result].flatMap(({ ref }) => ref ?? [])
  const ids = [...new Set(refs.filter(({ type }) => type !== 'report').map(({ id }) => id))]
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('customers')
    .select(['customers.id', 'customers.name'])
    .select((eb) => [
      eb.ref('grade').$castTo<keyof typeof gradeLabel>().as('grade'), // customers_grade_known
      eb.ref('tradeStatus').$castTo<keyof typeof tradeStatusLabel>().as('trade'), // customers_trade_known
    ])
    .where('customers.divisionId', '=', divisionId)
    .where(visibleCustomers(actor))
    .where(sql<SqlBool>`customers.id in (
      select customer_id from activities where id = any(${ids}::uuid[])
      union select customer_id from grade_changes where id = any(${ids}::uuid[])
      union select id from customers where id = any(${ids}::uuid[]))`)
    .orderBy('grade')
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, grade, trade }) => ({
    customerId: id,
    name,
    facts: `${grade} 级（${gradeLabel[grade]}），${tradeStatusLabel[trade]}`,
  }))
}

async function earlierThan(db: Database | Trx, report: VisibleReport, actor: Actor) {
  const rows = await db
    .selectFrom('reports')
    .leftJoin('reportReads', (join) =>
      join.onRef('reportReads.reportId', '=', 'reports.id').on('reportReads.personId', '=', actor.id),
    )
    .select(['reports.id', 'periodKey', 'description', 'result', 'issue', 'reportReads.at as readAt'])
    .select((row) =>
      row
        .selectFrom('reportComments')
        .select('body')
        .whereRef('reportComments.reportId', '=', 'reports.id')
        .orderBy('at', 'desc')
        .limit(1)
        .as('comment'),
    )
    .where('authorId', '=', report.authorId)
    .where('kind', '=', report.kind)
    .where('periodKey', '<', report.periodKey)
    .where('submittedAt', 'is not', null)
    .where(reportsVisibleTo(actor))
    .orderBy('periodKey', 'desc')
    .limit(3)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    date: row.periodKey,
    headline: headlineOf({
      ...row,
      description: parseLines(row.description),
      result: parseLines(row.result),
    }),
    comment: row.comment,
    read: row.readAt !== null,
  }))
}
