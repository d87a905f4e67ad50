import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { Absence } from '@zhuowei/domain/reports/daily.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { type Decisions, type DutyPerson, givesSpecialReason, type ReportFacts } from './duty.ts'

export interface Range {
  divisionId: string
  from: PlainDate
  to: PlainDate
  /** Everybody of the division when absent. */
  people?: readonly string[]
}

/** The members of the division whose time in it touches the range. */
export async function loadPeople(
  db: Database | Trx,
  { divisionId, from, to, people }: Range,
): Promise<DutyPerson[]> {
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
  { divisionId, from, to, people }: Range,
): Promise<Map<string, Absence[]>> {
  const rows = await db
    .selectFrom('absences')
    .select(['personId', 'fromDate', 'toDate', 'registeredOn', 'lateApproved', 'approvedAt'])
    .select((row) => [
      row.ref('kind').$castTo<Absence['kind']>().as('kind'), // absences_kind_known
      row.ref('portion').$castTo<Absence['portion']>().as('portion'), // absences_portion_known
    ])
    .where('divisionId', '=', divisionId)
    .where('cancelledAt', 'is', null)
    .where('refusedAt', 'is', null)
    .where('fromDate', '<=', to)
    .where('toDate', '>=', from)
    .$if(people !== undefined, (query) => query.where('personId', '=', anyOf(people ?? [])))
    .orderBy('fromDate')
    .execute()
  const byPerson = new Map<string, Absence[]>()
  for (const { personId, fromDate, toDate, approvedAt, ...row } of rows) {
    const known = byPerson.get(personId) ?? []
    known.push({ ...row, from: fromDate, to: toDate, approved: approvedAt !== null })
    byPerson.set(personId, known)
  }
  return byPerson
}

/** Drafts and reports of the range, by person and date. */
export async function loadReports(
  db: Database | Trx,
  { divisionId, from, to, people }: Range,
): Promise<Map<string, ReportFacts>> {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'authorId', 'periodKey', 'submittedAt', 'completeSince'])
    .select(['specialReasonKind', 'specialReason'])
    .where('divisionId', '=', divisionId)
    .where('kind', '=', 'daily')
    .where('periodKey', '>=', from)
    .where('periodKey', '<=', to)
    .$if(people !== undefined, (query) => query.where('authorId', '=', anyOf(people ?? [])))
    .execute()
  return new Map(
    rows.map(({ id, authorId, periodKey, submittedAt, completeSince, ...given }) => [
      keyOf(authorId, periodKey),
      { id, submittedAt, completeSince, specialReason: givesSpecialReason(given) },
    ]),
  )
}

export interface WrittenRow extends Decisions {
  id: string
  personId: string
  date: PlainDate
  open: boolean
}

/** The rows that stand in the ledger already, with what was decided about them. */
export async function loadWritten(
  db: Database | Trx,
  { divisionId, from, to, people }: Range,
  now: Date,
): Promise<Map<string, WrittenRow>> {
  const rows = await db
    .selectFrom('obligations')
    .select(['id', 'personId', 'onDate', 'waivedAt', 'reasonRejectedAt', 'closedAt', 'closesAt'])
    .where('divisionId', '=', divisionId)
    .where('kind', '=', 'daily')
    .where('onDate', '>=', from)
    .where('onDate', '<=', to)
    .$if(people !== undefined, (query) => query.where('personId', '=', anyOf(people ?? [])))
    .execute()
  return new Map(
    rows.map((row) => [
      keyOf(row.personId, row.onDate),
      {
        id: row.id,
        personId: row.personId,
        date: row.onDate,
        open: row.closedAt === null && row.closesAt >= now,
        waived: row.waivedAt !== null,
        reasonRejected: row.reasonRejectedAt !== null,
      },
    ]),
  )
}

export const keyOf = (personId: string, date: PlainDate): string => `${personId} ${date}`

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`
