import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { addDays, atShanghai, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { lastWorkingDayOnOrBefore, type WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import type { AccountStatus } from '@zhuowei/domain/customers/account.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import {
  clipLine,
  type DayFacts,
  type DraftGradeChange,
  type DraftNewCustomer,
  type DraftVisit,
  dailyDraft,
  type PlannedStep,
} from '@zhuowei/domain/reports/daily-draft.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { parseLines } from './lines.ts'

export interface KnownFact {
  at: Date | null
  line: ReportLine
  box: 'description' | 'result'
  clause: string | null
}

export interface Day {
  divisionId: string
  personId: string
  date: PlainDate
}

/** What the system knows of a person's day, as lines for both boxes (五.1.2)①). */
export async function knownFacts(db: Database | Trx, day: Day, calendar: WorkCalendar): Promise<KnownFact[]> {
  // What happened on days off since the last working day belongs to this report, or it would be told nowhere.
  const since = addDays(lastWorkingDayOnOrBefore(calendar, addDays(day.date, -1)), 1)
  const [steps, carried, visits, customers, changes] = await Promise.all([
    plannedSteps(db, day),
    unfinishedBefore(db, day),
    visitsOf(db, day, since),
    newCustomersOf(db, day, since),
    openGradeChanges(db, day),
  ])
  const when = new Map<string, Date>()
  for (const { id, at } of [...visits, ...customers, ...changes]) when.set(id, at)
  const facts: DayFacts = {
    plannedSteps: [...carried, ...steps],
    visits,
    newCustomers: customers,
    gradeChanges: changes,
  }
  const { planLines, resultLines } = dailyDraft(facts)
  return [
    ...planLines.map((line) => known(line, 'description', null, day.date)),
    ...resultLines.map((line) => known(line, 'result', when.get(line.ref?.id ?? '') ?? null, day.date)),
  ]
}

/** 六.1.2)②: grade changes up to the day of the report that no report has carried yet. */
export async function openGradeChanges(
  db: Database | Trx,
  { divisionId, personId, date }: Day,
): Promise<(DraftGradeChange & { at: Date })[]> {
  const rows = await db
    .selectFrom('gradeChanges')
    .innerJoin('customers', 'customers.id', 'gradeChanges.customerId')
    .select(['gradeChanges.id', 'customers.name as account', 'reason', 'changedAt'])
    .select((row) => [
      row.ref('fromGrade').$castTo<Grade>().as('from'), // written by changeGrade alone
      row.ref('toGrade').$castTo<Grade>().as('to'),
    ])
    .where('gradeChanges.divisionId', '=', divisionId)
    .where('gradeChanges.ownerId', '=', personId)
    .where('reflectedInReportId', 'is', null)
    .where('changedAt', '<', atShanghai(addDays(date, 1), '00:00'))
    .orderBy('changedAt')
    .execute()
  return rows.map(({ changedAt, ...row }) => ({ ...row, at: changedAt }))
}

function known(
  line: { text: string; ref: ReportLine['ref'] },
  box: KnownFact['box'],
  at: Date | null,
  date: PlainDate,
): KnownFact {
  const happened = at && shanghaiDate(at)
  const text =
    happened && happened < date ? clipLine(`${shortDate(happened, date)}：${line.text}`) : line.text
  return {
    at,
    line: { text, ref: line.ref, done: null },
    box,
    clause: line.ref?.type === 'grade_change' ? '六.1.2)②' : null,
  }
}

async function plannedSteps(db: Database | Trx, { divisionId, personId, date }: Day): Promise<PlannedStep[]> {
  const rows = await db
    .selectFrom('activities')
    .innerJoin('customers', 'customers.id', 'activities.customerId')
    .select(['activities.id', 'customers.name', 'activities.nextStep'])
    .where('activities.divisionId', '=', divisionId)
    .where('activities.authorId', '=', personId)
    .where('activities.nextOn', '=', date)
    .where('activities.nextDoneAt', 'is', null)
    .where('activities.deletedAt', 'is', null)
    .orderBy('activities.happenedAt')
    .execute()
  return rows.map(({ id, name, nextStep }) => ({
    text: nextStep ? `${name}：${nextStep}` : name,
    ref: { type: 'visit', id },
    at: null,
  }))
}

/** The lines of the last submitted daily report before this day that were marked as not done. */
async function unfinishedBefore(db: Database | Trx, { personId, date }: Day): Promise<PlannedStep[]> {
  const last = await db
    .selectFrom('reports')
    .select(['id', 'description'])
    .where('authorId', '=', personId)
    .where('kind', '=', 'daily')
    .where('periodKey', '<', date)
    .where('submittedAt', 'is not', null)
    .orderBy('periodKey', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return []
  return parseLines(last.description)
    .filter(({ done }) => done === false)
    .map(({ text }) => ({ text, ref: { type: 'report', id: last.id }, at: null }))
}

async function visitsOf(
  db: Database | Trx,
  { divisionId, personId, date }: Day,
  since: PlainDate,
): Promise<DraftVisit[]> {
  const rows = await db
    .selectFrom('activities')
    .innerJoin('customers', 'customers.id', 'activities.customerId')
    .select(['activities.id', 'happenedAt', 'customers.name as account', 'result', 'problem'])
    .select((row) => row.ref('activities.kind').$castTo<VisitKind>().as('kind')) // activities_kind_known
    .select(
      sql<{ name: string; position: string }[]>`coalesce((
        select json_agg(json_build_object('name', c.name, 'position', c.position) order by array_position(activities.contact_ids, c.id))
        from contacts c where c.id = any(activities.contact_ids)), '[]')`.as('contacts'),
    )
    .where('activities.divisionId', '=', divisionId)
    .where(sql<boolean>`(activities.author_id = ${personId} or ${personId} = any(activities.visitor_ids))`)
    .where('activities.happenedOn', '>=', since)
    .where('activities.happenedOn', '<=', date)
    .where('activities.deletedAt', 'is', null)
    .execute()
  return rows.map(({ happenedAt, ...row }) => ({ ...row, at: happenedAt }))
}

async function newCustomersOf(
  db: Database | Trx,
  { divisionId, personId, date }: Day,
  since: PlainDate,
): Promise<(DraftNewCustomer & { at: Date })[]> {
  const rows = await db
    .selectFrom('customers')
    .leftJoin('contacts', (join) =>
      join
        .onRef('contacts.customerId', '=', 'customers.id')
        .on('contacts.isPrimary', '=', true)
        .on('contacts.deletedAt', 'is', null),
    )
    .select(['customers.id', 'customers.name', 'contacts.name as contactName', 'contacts.position'])
    .select('customers.createdAt as at')
    .select((row) => row.ref('customers.status').$castTo<AccountStatus>().as('status')) // customers_status_known
    .where('customers.divisionId', '=', divisionId)
    .where('customers.createdBy', '=', personId)
    .where('customers.createdAt', '>=', atShanghai(since, '00:00'))
    .where('customers.createdAt', '<', atShanghai(addDays(date, 1), '00:00'))
    .where('customers.importId', 'is', null)
    .where('customers.deletedAt', 'is', null)
    .orderBy('customers.createdAt')
    .execute()
  return rows.map(({ contactName, position, ...row }) => ({
    ...row,
    contactName: contactName ?? '无',
    contactPosition: position ?? '无',
  }))
}
