import type { calendarApi, YearStatus } from '@zhuowei/contract/calendar.ts'
import type { Returned } from '@zhuowei/contract/kernel.ts'
import { monthOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { calendarYear, missingYearWarning } from '@zhuowei/domain/calendar/official-years.ts'
import { type CalendarDay, isWorkingType } from '@zhuowei/domain/calendar/working-days.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayEditCalendar } from './access.ts'
import { loadYear, officialYears } from './days.ts'

type Year = typeof calendarApi.year

/** A year that nobody has entered is shown as the estimate that the deadlines use meanwhile. */
export async function getYear({ db, actor, now }: Reading, year: number): Promise<Returned<Year>> {
  const stored = await loadYear(db, year)
  const days = stored.length > 0 ? stored : calendarYear(year).map((day) => ({ ...day, version: 1 }))
  const official = await officialYears(db)
  return {
    year,
    status: stored.length === 0 ? '缺' : statusOf(year, official),
    days,
    months: workingDaysByMonth(days),
    workingDays: countWorking(days),
    warning: missingYearWarning(official, shanghaiDate(now)),
    can: { edit: mayEditCalendar(actor) },
  }
}

const statusOf = (year: number, official: readonly number[]): YearStatus =>
  official.includes(year) ? '官方' : '估算'

function workingDaysByMonth(days: readonly CalendarDay[]) {
  const months = Map.groupBy(days, (day) => monthOf(day.date))
  return [...months].map(([month, its]) => ({ month, workingDays: countWorking(its) }))
}

const countWorking = (days: readonly CalendarDay[]) => days.filter((day) => isWorkingType(day.type)).length
