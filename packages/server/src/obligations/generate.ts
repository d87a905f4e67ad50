import { addDays, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { workingDaysIn } from '@zhuowei/domain/calendar/working-days.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { announceReports } from './announce.ts'
import { dayRules, type Obligation, obligationOf, undecided } from './duty.ts'
import {
  keyOf,
  loadAbsences,
  loadPeople,
  loadReports,
  loadWritten,
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
    const kept = new Set(wanted.map(({ personId, date }) => keyOf(personId, date)))
    const gone = [...written].filter(([key, row]) => row.open && !kept.has(key)).map(([, row]) => row.id)
    const changed =
      (await writeRows(trx, range.divisionId, wanted, now, openAt)) + (await removeRows(trx, gone))
    if (changed > 0) await announceReports(trx, range.divisionId, range.people)
    return changed
  })
}

// A grace deadline can lie this far behind its day (Spring Festival), so a changed day reaches back as far.
const longestBreak = 15

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
    .select(['divisionId', 'fromDate', 'throughDate'])
    .$if(change.divisionId !== undefined, (query) => query.where('divisionId', '=', change.divisionId ?? ''))
    .orderBy('divisionId')
    .execute()
  let changed = 0
  for (const { divisionId, fromDate, throughDate } of horizons) {
    const from = later(addDays(change.from, -longestBreak), fromDate)
    const to = earlier(change.to, throughDate)
    if (from > to) continue
    changed += await generateObligations(db, { divisionId, from, to, people: change.people }, now, openAt)
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
  const days = workingDaysIn(rules.calendar, range.from, range.to).map((date) => dayRules(rules, date))
  const people = await loadPeople(trx, range)
  const absences = await loadAbsences(trx, range)
  const reports = await loadReports(trx, range)
  return people.flatMap((person) =>
    days.flatMap((day) => {
      const key = keyOf(person.id, day.date)
      const row = written.get(key)
      if (row && !row.open) return []
      const obligation = obligationOf(day, {
        person,
        absences: absences.get(person.id) ?? [],
        report: reports.get(key) ?? null,
        decisions: row ?? undecided,
      })
      return obligation ?? []
    }),
  )
}

const later = (one: PlainDate, other: PlainDate) => (one > other ? one : other)
const earlier = (one: PlainDate, other: PlainDate) => (one > other ? other : one)
