import { addDays, firstDayOfMonth, monthOf, type PlainDate } from '../calendar/dates.ts'

/** How far back a leave or trip may still be registered: to the first day of last month (系统默认). */
export function earliestAbsence(today: PlainDate): PlainDate {
  return firstDayOfMonth(monthOf(addDays(firstDayOfMonth(monthOf(today)), -1)))
}
