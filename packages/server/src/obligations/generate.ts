import { addDays, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Absence } from '@zhuowei/domain/reports/daily.ts'
import { daysIn, reportOfTrip, type Span, weeksAndMonthsIn } from '@zhuowei/domain/reports/duties.ts'
import type { Trip } from '@zhuowei/domain/reports/trip.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { announceReports } from './announce.ts'
import { type Obligation, obligationOf, undecided } from './duty.ts'
import {
  keyOf,
  loadAbsences,
  loadPeople,
  loadReports,
  loadWritten,
  periodsOf,
  type Range,
  type WrittenRow,
} from './facts.ts'
import { type LedgerRules, loadDivisionRules } from './rules.ts'
import { removeRows, writeRows } from './write.ts'

/**
 * Writes what every member owes in the range, idempotently: open rows follow calendar, absences, parameters and people; closed
 * ones are frozen. Returns how many rows it changed. After an outage those are open that were so at its beginning.
 */
export function generateObligations(
  db: Database | Trx,
  range: Range,
  now: Date,
  openAt: Date = now,
): Promise<number> {
  return inTransaction(db, async (trx) => {
    await lockLedger(trx, range.divisionId, 'alone')
    const rules = await loadDivisionRules(trx, range.divisionId)
    const written = await loadWritten(trx, range, openAt)
    const wanted = await work(trx, range, rules, written)
    const kept = new Set(wanted.map(({ personId, kind, key }) => keyOf(personId, kind, key)))
    const gone = [...written].filter(([key, row]) => row.open && !kept.has(key)).map(([, row]) => row.id)
    const changed =
      (await writeRows(trx, range.divisionId, wanted, now, openAt)) + (await removeRows(trx, gone))
    if (changed > 0) await announceReports(trx, range.divisionId, range.people)
    return changed
  })
}

// A grace deadline can lie this far behind its day (Spring Festival), so a changed day reaches back as far.
const longestBreak = 15

// A changed day belongs to a month that ends as much later, and moves the deadline of a trip that ended as much earlier.
export const longestPeriod = 31

/**
 * Brings the open obligations up to date after a change of calendar, parameters, absences or people between two dates. Without a
 * division it does so for all of them.
 */
export async function recomputeOpen(
  db: Database | Trx,
  change: { divisionId?: string; from: PlainDate; to: PlainDate; people?: readonly string[] },
  now: Date,
  openAt: Date = now,
): Promise<number> {
  const horizons = await db
    .selectFrom('obligationHorizons')
    .select(['divisionId', 'fromDate', 'periodsFrom', 'throughDate'])
    .$if(change.divisionId !== undefined, (query) => query.where('divisionId', '=', change.divisionId ?? ''))
    .orderBy('divisionId')
    .execute()
  let changed = 0
  for (const { divisionId, fromDate, periodsFrom, throughDate } of horizons) {
    const from = later(addDays(change.from, -longestBreak), fromDate)
    const to = earlier(change.to, throughDate)
    const periods = {
      from: later(addDays(change.from, -longestPeriod), periodsFrom),
      to: earlier(addDays(change.to, longestPeriod), throughDate),
    }
    if (from > to && periods.from > periods.to) continue
    const range = { divisionId, from, to, people: change.people, periods }
    changed += await generateObligations(db, range, now, openAt)
  }
  return changed
}

/**
 * Whoever writes the ledger of a division from its facts does it alone; those who change single facts share. Otherwise a row could
 * be written from a report that was submitted a moment later.
 */
export async function lockLedger(trx: Trx, divisionId: string, how: 'alone' | 'shared'): Promise<void> {
  const key = sql`hashtextextended(${`ledger ${divisionId}`}, 0)`
  await (how === 'alone'
    ? sql`select pg_advisory_xact_lock(${key})`
    : sql`select pg_advisory_xact_lock_shared(${key})`
  ).execute(trx)
}

async function work(
  trx: Trx,
  range: Range,
  rules: LedgerRules,
  written: ReadonlyMap<string, WrittenRow>,
): Promise<Obligation[]> {
  const { calendar } = rules
  const span = periodsOf(range)
  const common = [...daysIn(rules, range), ...(span ? weeksAndMonthsIn(rules, span) : [])]
  const people = await loadPeople(trx, range)
  const absences = await loadAbsences(trx, range)
  const trips = new Map(
    [...absences].map(([personId, theirs]) => [personId, span ? tripsIn(rules, theirs, span) : []]),
  )
  const keys = new Set([...common, ...[...trips.values()].flat()].map(({ key }) => key))
  const reports = await loadReports(trx, range, [...keys])
  return people.flatMap((person) =>
    [...common, ...(trips.get(person.id) ?? [])].flatMap((period) => {
      const key = keyOf(person.id, period.kind, period.key)
      const row = written.get(key)
      if (row && !row.open) return []
      const obligation = obligationOf(period, calendar, {
        person,
        absences: absences.get(person.id) ?? [],
        report: reports.get(key) ?? null,
        decisions: row ?? undecided,
      })
      return obligation ?? []
    }),
  )
}

function tripsIn(rules: LedgerRules, absences: readonly (Absence & Trip)[], { from, to }: Span) {
  return absences
    .filter(({ kind }) => kind === 'trip')
    .map((trip) => reportOfTrip(rules, trip))
    .filter(({ onDate }) => from <= onDate && onDate <= to)
}

const later = (one: PlainDate, other: PlainDate) => (one > other ? one : other)
const earlier = (one: PlainDate, other: PlainDate) => (one > other ? other : one)
