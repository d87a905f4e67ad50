import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { mondayOfWeek, sundayOfWeek } from '@zhuowei/domain/calendar/weeks.ts'
import type { DraftLine } from '@zhuowei/domain/reports/daily-draft.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { carriedOver } from '@zhuowei/domain/reports/weekly-draft.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import type { KnownFact } from './day-facts.ts'
import { parseLines } from './lines.ts'
import { monthFacts } from './month-facts.ts'
import { settledTasks } from './task-facts.ts'
import { tripFacts } from './trip-facts.ts'
import { weekAheadFacts, weekFacts } from './week-facts.ts'

/** What a weekly, monthly or trip report is about; the key is that of its record. */
export interface FactPeriod {
  divisionId: string
  personId: string
  kind: Exclude<ObligationKind, 'daily'>
  key: string
  /** The last working day of the week in which a plan is written. */
  endsOn: PlainDate
}

/** What the system knows of a period, as lines for the boxes of its report (五.2.3)①②, 五.3.2)①, 五.4.2)①). */
export async function periodFacts(reading: Reading, period: FactPeriod): Promise<KnownFact[]> {
  const { db, now } = reading
  const { divisionId, personId, kind, key } = period
  switch (kind) {
    case 'weekly_summary': {
      const days = { divisionId, personId, from: mondayOfWeek(key), to: sundayOfWeek(key) }
      return weekFacts(db, days, await planOf(db, period))
    }
    case 'weekly_plan': {
      const days = { divisionId, personId, from: mondayOfWeek(key), to: sundayOfWeek(key) }
      return weekAheadFacts(reading, days, {
        ...(await unfinishedBefore(db, period)),
        endsOn: period.endsOn,
      })
    }
    case 'monthly':
      return monthFacts(
        db,
        { divisionId, personId, month: key },
        await lastFocus(db, { personId, month: key }),
        now,
      )
    case 'trip':
      return tripFacts(db, { divisionId, personId, ...(await datesOf(db, period)) })
  }
}

/** 五.3.2)① 下月工作重点, as the report before this month's set it. */
export async function lastFocus(
  db: Database | Trx,
  { personId, month }: { personId: string; month: string },
): Promise<ReportLine[]> {
  const last = await db
    .selectFrom('reports')
    .select('result')
    .where('authorId', '=', personId)
    .where('kind', '=', 'monthly')
    .where('periodKey', '<', month)
    .where('submittedAt', 'is not', null)
    .orderBy('periodKey', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? parseLines(last.result) : []
}

async function planOf(db: Database | Trx, { personId, key }: FactPeriod): Promise<ReportLine[]> {
  const row = await db
    .selectFrom('reports')
    .select('description')
    .where('authorId', '=', personId)
    .where('kind', '=', 'weekly')
    .where('periodKey', '=', key)
    .executeTakeFirst()
  return row ? parseLines(row.description) : []
}

/** 五.2.3)② the lines of the record before that were not finished, and those of which nobody has spoken yet. */
async function unfinishedBefore(
  db: Database | Trx,
  { personId, key }: FactPeriod,
): Promise<{ undone: DraftLine[]; unsaid: DraftLine[] }> {
  const last = await db
    .selectFrom('reports')
    .select(['id', 'periodKey', 'description'])
    .where('authorId', '=', personId)
    .where('kind', '=', 'weekly')
    .where('periodKey', '<', key)
    .orderBy('periodKey', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return { undone: [], unsaid: [] }
  const week = { id: last.id, monday: mondayOfWeek(last.periodKey) }
  const lines = parseLines(last.description)
  const tasks = lines.flatMap(({ ref }) => (ref?.type === 'task' ? [ref.id] : []))
  const settled = await settledTasks(db, personId, tasks)
  const plan = lines.filter(({ ref }) => !ref || !settled.has(ref.id))
  return {
    undone: carriedOver(
      week,
      plan.filter(({ done }) => done === false),
    ),
    unsaid: carriedOver(
      week,
      plan.filter(({ done }) => done === null),
    ),
  }
}

/** The days of the trip itself; one that was registered afterwards counts from then on only for its deadline. */
async function datesOf(
  db: Database | Trx,
  { personId, key }: FactPeriod,
): Promise<{ from: PlainDate; to: PlainDate }> {
  const trip = await db
    .selectFrom('absences')
    .select(['fromDate as from', 'toDate as to'])
    .where('id', '=', key)
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()
  return trip
}
