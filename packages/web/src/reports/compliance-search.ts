import { type PeriodUnit, periodUnits } from '@zhuowei/contract/compliance.ts'
import {
  addDays,
  firstDayOfMonth,
  lastDayOfMonth,
  mondayOf,
  monthOf,
} from '@zhuowei/domain/calendar/dates.ts'
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

/** As many columns as fit: a quarter of weeks, half a year of months; on the phone a month of weeks and a quarter of months. */
export function periodsOf(unit: PeriodUnit, today: string, phone: boolean): { from: string; to: string } {
  if (unit === 'week') return { from: addDays(mondayOf(today), -7 * (phone ? 3 : 11)), to: today }
  const back = phone ? 62 : 153
  return { from: firstDayOfMonth(monthOf(addDays(firstDayOfMonth(monthOf(today)), -back))), to: today }
}
