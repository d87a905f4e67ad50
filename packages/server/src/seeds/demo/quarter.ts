import { addDays, atShanghai, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { calendarYear } from '@zhuowei/domain/calendar/official-years.ts'
import { makeCalendar, type WorkCalendar, workingDaysIn } from '@zhuowei/domain/calendar/working-days.ts'

/** Monday, twenty minutes before Friday's reports close. */
export const demoNow = new Date('2026-11-23T08:40:00+08:00')

/** The weeks that the demonstration division has lived through, seen from its own now. */
export interface Quarter {
  /** Nothing after this instant has happened yet. */
  now: Date
  first: PlainDate
  last: PlainDate
  /** Monday morning of the demonstration. */
  today: PlainDate
  workingDays: readonly PlainDate[]
  calendar: WorkCalendar
  /** A day of the written story on this quarter's calendar. */
  day(written: PlainDate): PlainDate
  at(written: PlainDate, time: string): Date
}

const week = 7 * 24 * 60 * 60 * 1000

/** The quarter before `now`. More than a week away from the written Monday the story moves by whole weeks, weekdays intact. */
export function quarterBefore(now: Date): Quarter {
  const away = now.getTime() - demoNow.getTime()
  const weeks = Math.abs(away) > week ? Math.floor(away / week) : 0
  const day = (written: PlainDate) => addDays(written, weeks * 7)
  const first = day('2026-09-01')
  const last = day('2026-11-22')
  const years = [Number(first.slice(0, 4)) - 3, Number(last.slice(0, 4)) + 1]
  const calendar = makeCalendar(range(years[0] ?? 0, years[1] ?? 0).flatMap(calendarYear))
  return {
    now,
    first,
    last,
    today: shanghaiDate(new Date(demoNow.getTime() + weeks * week)),
    workingDays: workingDaysIn(calendar, first, last),
    calendar,
    day,
    at: (written, time) => atShanghai(day(written), time),
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
