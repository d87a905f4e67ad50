import type { Parameters } from '../clauses/parameters.ts'
import type { PlainDate } from './dates.ts'
import { addDays, endOfDay, lastDayOfMonth } from './dates.ts'
import type { WorkCalendar } from './working-days.ts'
import { firstWorkingDayOnOrAfter, lastWorkingDayOnOrBefore } from './working-days.ts'

/** 三.4-c, §1B-9: until when the attendance of a month ('YYYY-MM') is handed to the manager. */
export function attendanceDue(month: string, calendar: WorkCalendar, parameters: Parameters): Date {
  const day = addDays(lastDayOfMonth(month), parameters['attendance.reportDay'])
  const rolled: Record<Parameters['attendance.roll'], () => PlainDate> = {
    forward: () => firstWorkingDayOnOrAfter(calendar, day),
    none: () => day,
    backward: () => lastWorkingDayOnOrBefore(calendar, day),
  }
  return endOfDay(rolled[parameters['attendance.roll']]())
}
