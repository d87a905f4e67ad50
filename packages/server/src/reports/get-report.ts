import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { reportForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { gradeLabel, tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { ObligationKind, ReportKind } from '@zhuowei/domain/reports/kinds.ts'
import { type SqlBool, sql } from 'kysely'
import { decisionsOpen } from '../compliance/decisions.ts'
import { visibleCustomers } from '../customers/scope.ts'
import { findObligation } from '../obligations/ledger.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { notFound } from '../platform/refusal.ts'
import { isOwn, mayComment, reportsVisibleTo } from './access.ts'
import { authorOf, regionNames } from './authors.ts'
import { closedTasksOf } from './closed-tasks.ts'
import { headlineOf } from './content.ts'
import { spanOf } from './duties.ts'
import { fileReportIfDue } from './file-due.ts'
import { filingOf } from './halves.ts'
import { parseLines } from './lines.ts'
import { recentStrip } from './recent.ts'
import { shownContent } from './shown.ts'
import { slotOf } from './slots.ts'
import { conclusionOf } from './standing.ts'
import { parseSupport, supportAsRead } from './support.ts'

type Given = { db: Database | Trx; actor: Actor; now: Date }

export type VisibleReport = Awaited<ReturnType<typeof findReport>>

/** A submitted report that this person may read; anything else is not there. */
export async function findReport(given: Given, id: string) {
  const { db, now } = given
  const found = await submittedReport(given, id)
  const row = found ?? ((await fileReportIfDue(db, id, now)) ? await submittedReport(given, id) : undefined)
  if (!row?.handedAt) throw notFound()
  const { handedAt, ...rest } = row
  const support = parseSupport(row.support)
  return { ...rest, ...shownContent(row), handedAt, support }
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
    .where('reports.handedAt', 'is not', null)
    .where(reportsVisibleTo(actor))
    .executeTakeFirst()
}

export async function getReport(given: Given, id: string): Promise<OnServer<Report>> {
  const { db, actor, now } = given
  const row = await findReport(given, id)
  const subject = { personId: row.authorId, role: row.role, divisionId: row.authorDivisionId }
  const [halves, support, trip, comments, readers, mentions, closedTasks, earlier, recent, revised] =
    await Promise.all([
      Promise.all(partsOf(row).map((kind) => partOf(db, row, kind, now))),
      row.planSubmittedAt ? supportAsRead(db, id, row.support) : [],
      row.kind === 'trip' ? tripDates(db, row.periodKey) : undefined,
      commentsOf(db, id),
      readersOf(db, id),
      mentionsOf(db, actor, row),
      closedTasksOf(db, actor, row),
      earlierThan(db, row, actor),
      recentStrip(db, row.authorId, shanghaiDate(now), now),
      db
        .selectFrom('reportVersions')
        .select((eb) => [eb.fn.max('at').as('at'), eb.fn.countAll<number>().as('count')])
        .where('reportId', '=', id)
        .executeTakeFirstOrThrow(),
    ])
  const [latest] = halves.toSorted((one, other) => other.submittedAt.getTime() - one.submittedAt.getTime())
  const half = (kind: ObligationKind) => halves.find((part) => part.kind === kind)
  const obligation = latest?.obligation
  const decide = obligation && (await decisionsOpen({ db, actor, now }, obligation, subject))
  const dates = { fromDate: trip?.fromDate ?? null, toDate: trip?.toDate ?? null }
  const { from } = spanOf(latest?.kind ?? 'daily', row.periodKey, row.onDate, dates)
  return {
    id: row.id,
    author: authorOf(row),
    kind: row.kind,
    period: row.periodKey,
    date: row.onDate,
    from,
    subject: row.subject,
    timeOption: row.timeOption,
    prompts: { description: reportForms[row.kind].description, result: reportForms[row.kind].result },
    description: row.description,
    result: row.result,
    issue: row.issue,
    specialReasonKind: latest?.specialReasonKind ?? null,
    specialReason: latest?.specialReason ?? null,
    submittedAt: latest?.submittedAt ?? row.handedAt,
    autoSubmitted: latest?.autoSubmitted ?? false,
    version: row.version,
    revisedAt: Number(revised.count) > halves.length ? revised.at : null,
    ...standsAs(latest, now),
    weekly:
      row.kind === 'weekly'
        ? {
            plan: halfOf(half('weekly_plan'), now),
            summary: halfOf(half('weekly_summary'), now),
            summaryFrom: isOwn(actor, subject) && !row.submittedAt ? await summaryFrom(db, row) : null,
          }
        : null,
    support,
    comments,
    readAt: readers.find((reader) => reader.id === actor.id)?.at ?? null,
    readers,
    mentions,
    closedTasks,
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

type Part = Awaited<ReturnType<typeof partOf>>

/** What of a report has been submitted: a weekly record has two parts. */
function partsOf({ kind, submittedAt, planSubmittedAt }: VisibleReport): ObligationKind[] {
  if (kind !== 'weekly') return [kind]
  return [
    ...(submittedAt ? ['weekly_summary' as const] : []),
    ...(planSubmittedAt ? ['weekly_plan' as const] : []),
  ]
}

async function partOf(db: Database | Trx, row: VisibleReport, kind: ObligationKind, now: Date) {
  const { submittedAt, ...filing } = filingOf(kind, row)
  const owed = { personId: row.authorId, kind, key: row.periodKey }
  return {
    ...filing,
    kind,
    submittedAt: submittedAt ?? row.handedAt,
    obligation: await findObligation(db, owed, now),
  }
}

const standsAs = (part: Part | undefined, now: Date) => ({
  state: part?.obligation?.state ?? null,
  reasons: part?.obligation ? [...part.obligation.reasons, ...conclusionOf(part.obligation, now)] : [],
  obligationId: part?.obligation?.id ?? null,
})

function halfOf(part: Part | undefined, now: Date) {
  if (!part) return null
  const { submittedAt, autoSubmitted, specialReasonKind, specialReason } = part
  return { submittedAt, autoSubmitted, specialReasonKind, specialReason, ...standsAs(part, now) }
}

/** 五.2.2)①: before the last working day of its week there is no 完成情况 to be written. */
async function summaryFrom(db: Database | Trx, row: VisibleReport): Promise<string> {
  const { divisionId, authorId: personId, periodKey: key } = row
  return (await slotOf(db, { divisionId, personId, kind: 'weekly_summary', key })).writableFrom
}

function tripDates(db: Database | Trx, id: string) {
  return db.selectFrom('absences').select(['fromDate', 'toDate']).where('id', '=', id).executeTakeFirst()
}

/** What was said in each version, oldest first. */
export async function reportVersions(given: Given, id: string) {
  await findReport(given, id)
  const rows = await given.db
    .selectFrom('reportVersions')
    .select(['version', 'at', 'description', 'result', 'issue', 'support'])
    .where('reportId', '=', id)
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    ...row,
    description: parseLines(row.description),
    result: parseLines(row.result),
    support: parseSupport(row.support),
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

const customerRefs = new Set(['visit', 'account', 'grade_change'])

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
  const ids = [...new Set(refs.filter(({ type }) => customerRefs.has(type)).map(({ id }) => id))]
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
    .select(['reports.id', 'subject', 'onDate', 'description', 'result', 'issue', 'submittedAt'])
    .select('reportReads.at as readAt')
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
    .where('onDate', '<', report.onDate)
    .where('handedAt', 'is not', null)
    .where(reportsVisibleTo(actor))
    .orderBy('onDate', 'desc')
    .limit(3)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    date: row.onDate,
    headline: headlineOf(shownContent(row)),
    comment: row.comment,
    read: row.readAt !== null,
  }))
}
