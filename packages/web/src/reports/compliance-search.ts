import { type ComplianceCell, type PeriodUnit, periodUnits } from '@zhuowei/contract/compliance.ts'
import {
  addDays,
  firstDayOfMonth,
  lastDayOfMonth,
  mondayOf,
  monthOf,
} from '@zhuowei/domain/calendar/dates.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import * as z from 'zod'

export const periods = { four: '近 4 周', seven: '近 7 周', month: '本月', last: '上月' } as const
export type Period = keyof typeof periods

export const complianceSearch = z.object({
  period: z.enum(['four', 'seven', 'month', 'last']).optional().catch(undefined),
  /** For 总经理, who sees every division. */
  divisionId: z.uuid().optional().catch(undefined),
  /** On the phone one week is shown: the Monday of it. */
  week: z.iso.date().optional().catch(undefined),
  /** What is looked at; the daily reports where nothing is said. */
  unit: z.enum(periodUnits).optional().catch(undefined),
  /** The obligation of a week, a month or a trip whose story is open. */
  duty: z.uuid().optional().catch(undefined),
  /** The day of it, so that the map reaches back to it. */
  on: z.iso.date().optional().catch(undefined),
  /** A link that knows only the number of the obligation: its story opens in its own unit and period. */
  obligation: z.uuid().optional().catch(undefined),
  /** The rows behind the seven-day numbers of 总经理. */
  rows: z.enum(['missed', 'all']).optional().catch(undefined),
  /** The cell that is open. */
  person: z.uuid().optional().catch(undefined),
  date: z.iso.date().optional().catch(undefined),
})
export type ComplianceSearch = z.infer<typeof complianceSearch>

/** The week of a day, up to today. */
export function weekOf(date: string, today: string): { from: string; to: string } {
  const monday = mondayOf(date)
  const sunday = addDays(monday, 6)
  return { from: monday, to: sunday < today ? sunday : today }
}

/** Both ends of a period that ends today, whole weeks at its beginning. */
export function rangeOf(period: Period, today: string): { from: string; to: string } {
  const monday = mondayOf(today)
  if (period === 'four') return { from: addDays(monday, -7 * 3), to: today }
  if (period === 'seven') return { from: addDays(monday, -7 * 6), to: today }
  const month = monthOf(today)
  if (period === 'month') return { from: firstDayOfMonth(month), to: today }
  const last = monthOf(addDays(firstDayOfMonth(month), -1))
  return { from: firstDayOfMonth(last), to: lastDayOfMonth(last) }
}

/** The same; where the open cell lies outside of it, the seven weeks around the cell. */
export function rangeShowing(
  day: string | undefined,
  period: Period,
  today: string,
): { from: string; to: string } {
  const range = rangeOf(period, today)
  if (!day || (range.from <= day && day <= range.to)) return range
  const from = addDays(mondayOf(day), -7 * 3)
  return { from, to: earlier(addDays(from, 7 * 7 - 1), today) }
}

/** As many columns as fit: a quarter of weeks, half a year of months; on the phone a month of weeks and a quarter of months. */
export function periodsOf(
  unit: PeriodUnit,
  today: string,
  phone: boolean,
  day?: string,
): { from: string; to: string } {
  const range = latestPeriods(unit, today, phone)
  if (!day || day >= range.from) return range
  return latestPeriods(unit, earlier(addDays(day, unit === 'week' ? 13 : 31), today), phone)
}

function latestPeriods(unit: PeriodUnit, today: string, phone: boolean): { from: string; to: string } {
  if (unit === 'week') return { from: addDays(mondayOf(today), -7 * (phone ? 3 : 11)), to: today }
  const back = phone ? 62 : 153
  return { from: firstDayOfMonth(monthOf(addDays(firstDayOfMonth(monthOf(today)), -back))), to: today }
}

const earlier = (one: string, other: string) => (one < other ? one : other)

/** No story is open. */
export const closed = {
  person: undefined,
  date: undefined,
  duty: undefined,
  on: undefined,
  obligation: undefined,
} satisfies ComplianceSearch

const unitOf: Record<ObligationKind, PeriodUnit | undefined> = {
  daily: undefined,
  weekly_summary: 'week',
  weekly_plan: 'week',
  monthly: 'month',
  trip: 'trip',
}

type Placed = Pick<ComplianceCell, 'kind' | 'person' | 'date'> & { obligationId: string }

/** Where the story of an obligation stands. */
export const placeOf = ({ kind, person, date, obligationId }: Placed) =>
  kind === 'daily'
    ? { ...closed, unit: undefined, person: person.id, date }
    : { ...closed, unit: unitOf[kind], duty: obligationId, on: date }
