import { addDays } from '@zhuowei/domain/calendar/dates.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { Absence } from '@zhuowei/domain/reports/daily.ts'
import type { Span } from '@zhuowei/domain/reports/duties.ts'
import type { ObligationKind, ReportKind } from '@zhuowei/domain/reports/kinds.ts'
import type { Trip } from '@zhuowei/domain/reports/trip.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { type Decisions, type DutyPerson, givesSpecialReason, type ReportFacts } from './duty.ts'

export interface Range extends Span {
  divisionId: string
  /** Everybody of the division when absent. */
  people?: readonly string[]
  /** The weeks, months and trips that end in this span; in the same one as the days when absent, none when it is null. */
  periods?: Span | null
}

export const periodsOf = ({ from, to, periods }: Range): Span | null =>
  periods === undefined ? { from, to } : periods

// A month looks back to its first day, a plan ahead over the week that it is about.
const lookBack = 40
const lookAhead = 8

/** The members of the division whose time in it touches the range. */
export async function loadPeople(db: Database | Trx, range: Range): Promise<DutyPerson[]> {
  const { divisionId, people } = range
  const periods = periodsOf(range) ?? range
  // Who left on the last working day of a week or month still tells of it, though its end lies after that.
  const from = addDays(range.from < periods.from ? range.from : periods.from, -lookBack)
  const to = range.to > periods.to ? range.to : periods.to
  return db
    .selectFrom('people')
    .select(['id', 'entryDate', 'reportsFrom', 'leavingDate'])
    .select((row) => row.ref('role').$castTo<Role>().as('role')) // people_role_known
    .where('divisionId', '=', divisionId)
    .where('entryDate', '<=', to)
    .where((row) => row.or([row('leavingDate', 'is', null), row('leavingDate', '>=', from)]))
    .$if(people !== undefined, (query) => query.where('id', '=', anyOf(people ?? [])))
    .orderBy('id')
    .execute()
}

/** Leave and trips that may free from reports, by person: what stands, approved or not yet. */
export async function loadAbsences(
  db: Database | Trx,
  range: Range,
): Promise<Map<string, (Absence & Trip)[]>> {
  const { divisionId, people } = range
  const periods = periodsOf(range) ?? range
  const from = addDays(range.from < periods.from ? range.from : periods.from, -lookBack)
  const to = addDays(range.to > periods.to ? range.to : periods.to, lookAhead)
  const rows = await db
    .selectFrom('absences')
    .select(['id', 'personId', 'place', 'fromDate', 'toDate', 'registeredOn', 'lateApproved', 'approvedAt'])
    .select((row) => [
      row.ref('kind').$castTo<Absence['kind']>().as('kind'), // absences_kind_known
      row.ref('portion').$castTo<Absence['portion']>().as('portion'), // absences_portion_known
    ])
    .where('divisionId', '=', divisionId)
    .where('cancelledAt', 'is', null)
    .where('refusedAt', 'is', null)
    .where('fromDate', '<=', to)
    .where((row) => row.or([row('toDate', '>=', from), row('registeredOn', '>=', from)]))
    .$if(people !== undefined, (query) => query.where('personId', '=', anyOf(people ?? [])))
    .orderBy('fromDate')
    .execute()
  const byPerson = new Map<string, (Absence & Trip)[]>()
  for (const { personId, place, fromDate, toDate, approvedAt, ...row } of rows) {
    const known = byPerson.get(personId) ?? []
    known.push({ ...row, place: place ?? '', from: fromDate, to: toDate, approved: approvedAt !== null })
    byPerson.set(personId, known)
  }
  return byPerson
}

/** Drafts and reports of these periods, by person, kind and key. A weekly record answers for its plan and for its summary. */
export async function loadReports(
  db: Database | Trx,
  range: Range,
  keys: readonly string[],
): Promise<Map<string, ReportFacts>> {
  const { divisionId, from, to, people } = range
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'authorId', 'periodKey', 'submittedAt', 'completeSince', 'planSubmittedAt'])
    .select(['planCompleteSince', 'specialReasonKind', 'specialReason'])
    .select(['planSpecialReasonKind', 'planSpecialReason'])
    .select((row) => row.ref('kind').$castTo<ReportKind>().as('kind')) // reports_kind_known
    .where('divisionId', '=', divisionId)
    .where((row) =>
      row.or([
        row('kind', '=', 'daily').and('periodKey', '>=', from).and('periodKey', '<=', to),
        row('kind', '<>', 'daily').and('periodKey', '=', sql<string>`any(${[...keys]}::text[])`),
      ]),
    )
    .$if(people !== undefined, (query) => query.where('authorId', '=', anyOf(people ?? [])))
    .execute()
  const facts = new Map<string, ReportFacts>()
  for (const row of rows) {
    for (const kind of obligationsOf[row.kind])
      facts.set(keyOf(row.authorId, kind, row.periodKey), reportFacts(kind, row))
  }
  return facts
}

const obligationsOf: Record<ReportKind, readonly ObligationKind[]> = {
  daily: ['daily'],
  weekly: ['weekly_summary', 'weekly_plan'],
  monthly: ['monthly'],
  trip: ['trip'],
}

interface FiledColumns {
  id: string
  submittedAt: Date | null
  completeSince: Date | null
  specialReasonKind: string | null
  specialReason: string | null
  planSubmittedAt: Date | null
  planCompleteSince: Date | null
  planSpecialReasonKind: string | null
  planSpecialReason: string | null
}

function reportFacts(kind: ObligationKind, row: FiledColumns): ReportFacts {
  const { id, submittedAt, completeSince } = row
  if (kind !== 'weekly_plan')
    return { id, submittedAt, completeSince, specialReason: givesSpecialReason(row) }
  const { planSpecialReasonKind: specialReasonKind, planSpecialReason: specialReason } = row
  return {
    id,
    submittedAt: row.planSubmittedAt,
    completeSince: row.planCompleteSince,
    specialReason: givesSpecialReason({ specialReasonKind, specialReason }),
  }
}

export interface WrittenRow extends Decisions {
  id: string
  open: boolean
}

/** The rows that stand in the ledger already, with what was decided about them. */
export async function loadWritten(
  db: Database | Trx,
  range: Range,
  now: Date,
): Promise<Map<string, WrittenRow>> {
  const { divisionId, from, to, people } = range
  const periods = periodsOf(range)
  const rows = await db
    .selectFrom('obligations')
    .select(['id', 'personId', 'kind', 'periodKey', 'waivedAt', 'reasonRejectedAt', 'closedAt', 'closesAt'])
    .where('divisionId', '=', divisionId)
    .where((row) =>
      row.or([
        row('kind', '=', 'daily').and('onDate', '>=', from).and('onDate', '<=', to),
        ...(periods
          ? [row('kind', '<>', 'daily').and('onDate', '>=', periods.from).and('onDate', '<=', periods.to)]
          : []),
      ]),
    )
    .$if(people !== undefined, (query) => query.where('personId', '=', anyOf(people ?? [])))
    .execute()
  return new Map(
    rows.map((row) => [
      keyOf(row.personId, row.kind, row.periodKey),
      {
        id: row.id,
        open: row.closedAt === null && row.closesAt >= now,
        waived: row.waivedAt !== null,
        reasonRejected: row.reasonRejectedAt !== null,
      },
    ]),
  )
}

export const keyOf = (personId: string, kind: string, key: string): string => `${personId} ${kind} ${key}`

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`
