import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { calendarYear } from '@zhuowei/domain/calendar/official-years.ts'
import {
  type CalendarDay,
  type DaySource,
  type DayType,
  makeCalendar,
  type WorkCalendar,
} from '@zhuowei/domain/calendar/working-days.ts'
import { type ParameterRow, type Parameters, resolveParameters } from '@zhuowei/domain/clauses/parameters.ts'
import type { Outage } from '@zhuowei/domain/reports/outage.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { loadDecisions } from '../regulation/parameters.ts'

export interface Rules {
  calendar: WorkCalendar
  parameters: Parameters
}

/** The working calendar and the parameters of a division as they stand on one day. */
export async function loadRules(db: Database | Trx, divisionId: string, onDate: PlainDate): Promise<Rules> {
  const { calendar, parametersOn } = await loadDivisionRules(db, divisionId)
  return { calendar, parameters: parametersOn(onDate) }
}

export interface DivisionRules {
  calendar: WorkCalendar
  parametersOn(date: PlainDate): Parameters
}

/** What the deadlines of the ledger follow from. */
export interface LedgerRules extends DivisionRules {
  outages: readonly Outage[]
}

/** The same for many days at once. Costs one tiny query while nothing has changed. */
export async function loadDivisionRules(db: Database | Trx, divisionId: string): Promise<LedgerRules> {
  const copy = await currentCopy(db)
  const { calendar, outages } = copy
  const known = copy.divisions.get(divisionId)
  if (known) return { calendar, outages, parametersOn: known }
  const parametersOn = resolver(await loadDecisions(db, divisionId))
  copy.divisions.set(divisionId, parametersOn)
  return { calendar, outages, parametersOn }
}

/** The calendar alone, for people who stand outside the divisions. */
export async function loadWorkCalendar(db: Database | Trx): Promise<WorkCalendar> {
  return (await currentCopy(db)).calendar
}

interface Copy {
  version: number
  calendar: WorkCalendar
  outages: readonly Outage[]
  divisions: Map<string, DivisionRules['parametersOn']>
}

// One copy per database. A database and its transactions are different handles that share one adapter.
const copies = new WeakMap<object, Copy>()

/**
 * Asks for the version each time instead of listening for a message: a transaction that has just changed the calendar must
 * already see its own change, and no message is early enough for that.
 */
async function currentCopy(db: Database | Trx): Promise<Copy> {
  const { version } = await db.selectFrom('rulesVersion').select('version').executeTakeFirstOrThrow()
  const key = db.getExecutor().adapter
  const known = copies.get(key)
  if (known?.version === Number(version)) return known
  const copy = {
    version: Number(version),
    calendar: await readCalendar(db),
    outages: await db
      .selectFrom('outages')
      .select(['fromAt as from', 'toAt as to'])
      .orderBy('fromAt')
      .execute(),
    divisions: new Map(),
  }
  copies.set(key, copy)
  return copy
}

/** A year that nobody has entered yet is estimated from what the product ships (§5). */
async function readCalendar(db: Database | Trx): Promise<WorkCalendar> {
  const rows = await db
    .selectFrom('calendarDays')
    .select(['date', 'name'])
    .select((row) => [
      row.ref('type').$castTo<DayType>().as('type'), // calendar_days_type_known
      row.ref('source').$castTo<DaySource>().as('source'), // calendar_days_source_known
    ])
    .execute()
  const entered = Map.groupBy(
    rows.map((row): CalendarDay => ({ ...row, name: row.name ?? '' })),
    ({ date }) => date.slice(0, 4),
  )
  const years = new Map<string, WorkCalendar>()
  const yearOf = (date: PlainDate): WorkCalendar => {
    const year = date.slice(0, 4)
    const known = years.get(year)
    if (known) return known
    const calendar = makeCalendar([...calendarYear(Number(year)), ...(entered.get(year) ?? [])])
    years.set(year, calendar)
    return calendar
  }
  return { day: (date) => yearOf(date).day(date), isWorkingDay: (date) => yearOf(date).isWorkingDay(date) }
}

/** Parameters change on few days: between two of them every date has the same ones. */
function resolver(decisions: readonly ParameterRow[]): DivisionRules['parametersOn'] {
  const begins = [...new Set(decisions.map(({ effectiveFrom }) => effectiveFrom))].sort()
  const resolved = new Map<number, Parameters>()
  return (date) => {
    const begun = begins.filter((begin) => begin <= date).length
    const known = resolved.get(begun)
    if (known) return known
    const parameters = resolveParameters(decisions, date)
    resolved.set(begun, parameters)
    return parameters
  }
}
