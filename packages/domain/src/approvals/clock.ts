import { atShanghai, shanghaiDate, shanghaiTime } from '../calendar/dates.ts'
import { addWorkingDays, type WorkCalendar } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'

/** When whoever is asked is reminded: some working days after the step opened, at the same time of day. */
export function reminderDue(openedAt: Date, calendar: WorkCalendar, parameters: Parameters): Date {
  const days = parameters['approval.remindAfterWorkingDays']
  return atShanghai(addWorkingDays(calendar, shanghaiDate(openedAt), days), shanghaiTime(openedAt))
}
