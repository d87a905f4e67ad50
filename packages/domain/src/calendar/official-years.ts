import type { PlainDate } from './dates.ts'
import { addDays, monthOf } from './dates.ts'
import type { CalendarDay, DaySource } from './working-days.ts'
import { ordinaryDay } from './working-days.ts'

type Period = { name: string; from: string; to?: string; makeup?: readonly string[] }
type YearPlan = { source: DaySource; periods: readonly Period[] }

/**
 * The holiday notices of the State Council, month-day only. A period is the whole announced break, so adjusted
 * rest days inside it also count as holiday. 2027 is estimated from the statute (放假办法, 2024 revision): its
 * notice is not published yet, and weekend clashes will add days that nobody can know before.
 */
const yearPlans: Record<number, YearPlan> = {
  2025: {
    source: 'official',
    periods: [
      { name: '元旦', from: '01-01' },
      { name: '春节', from: '01-28', to: '02-04', makeup: ['01-26', '02-08'] },
      { name: '清明节', from: '04-04', to: '04-06' },
      { name: '劳动节', from: '05-01', to: '05-05', makeup: ['04-27'] },
      { name: '端午节', from: '05-31', to: '06-02' },
      { name: '国庆节、中秋节', from: '10-01', to: '10-08', makeup: ['09-28', '10-11'] },
    ],
  },
  2026: {
    source: 'official',
    periods: [
      { name: '元旦', from: '01-01', to: '01-03', makeup: ['01-04'] },
      { name: '春节', from: '02-15', to: '02-23', makeup: ['02-14', '02-28'] },
      { name: '清明节', from: '04-04', to: '04-06' },
      { name: '劳动节', from: '05-01', to: '05-05', makeup: ['05-09'] },
      { name: '端午节', from: '06-19', to: '06-21' },
      { name: '中秋节', from: '09-25', to: '09-27' },
      { name: '国庆节', from: '10-01', to: '10-07', makeup: ['09-20', '10-10'] },
    ],
  },
  2027: {
    source: 'estimated',
    periods: [
      { name: '元旦', from: '01-01' },
      { name: '春节', from: '02-05', to: '02-08' },
      { name: '清明节', from: '04-05' },
      { name: '劳动节', from: '05-01', to: '05-02' },
      { name: '端午节', from: '06-09' },
      { name: '中秋节', from: '09-15' },
      { name: '国庆节', from: '10-01', to: '10-03' },
    ],
  },
}

/** A year we ship nothing for: only the statutory days whose date needs no lunar calendar. */
const fixedDaysOnly: YearPlan = {
  source: 'estimated',
  periods: [
    { name: '元旦', from: '01-01' },
    { name: '劳动节', from: '05-01', to: '05-02' },
    { name: '国庆节', from: '10-01', to: '10-03' },
  ],
}

export const knownYears = Object.keys(yearPlans).map(Number)

/** Every day of the year, January 1 first. */
export function calendarYear(year: number): CalendarDay[] {
  const plan = yearPlans[year] ?? fixedDaysOnly
  const special = specialDays(year, plan)
  return daysOfYear(year).map((date) => special.get(date) ?? ordinaryDay(date, plan.source))
}

/** From 1 November the division needs next year's official notice; until it is entered, deadlines are estimates. */
export function missingYearWarning(
  officialYears: readonly number[],
  today: PlainDate,
): { year: number; message: string } | null {
  const thisYear = Number(today.slice(0, 4))
  const needed = monthOf(today) >= `${thisYear}-11` ? [thisYear, thisYear + 1] : [thisYear]
  const year = needed.find((candidate) => !officialYears.includes(candidate))
  if (year === undefined) return null
  return { year, message: `${year} 年工作日历尚无官方放假通知，期限按估算计算，请导入或录入。` }
}

function specialDays(year: number, plan: YearPlan): Map<PlainDate, CalendarDay> {
  const days = new Map<PlainDate, CalendarDay>()
  for (const { name, from, to = from, makeup = [] } of plan.periods) {
    for (let date = `${year}-${from}`; date <= `${year}-${to}`; date = addDays(date, 1))
      days.set(date, { date, type: 'holiday', name, source: plan.source })
    for (const day of makeup) {
      const date = `${year}-${day}`
      days.set(date, { date, type: 'makeup', name, source: plan.source })
    }
  }
  return days
}

function daysOfYear(year: number): PlainDate[] {
  const days: PlainDate[] = []
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) days.push(date)
  return days
}
