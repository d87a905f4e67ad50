import { atShanghai, endOfDay, type PlainDate, shanghaiDate, shanghaiTime } from '../calendar/dates.ts'
import {
  addWorkingDays,
  firstWorkingDayOnOrAfter,
  nextWorkingDay,
  type WorkCalendar,
} from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'
import type { ComplaintLevel } from './complaint.ts'

/** When the complainer must have been answered first; the clock starts with the complaint (六.5.1), 系统默认). */
export function responseDue(
  level: ComplaintLevel,
  from: Date,
  calendar: WorkCalendar,
  parameters: Parameters,
): Date {
  return afterHours(from, parameters[respondHours[level]], calendar, parameters)
}

/** When it must be solved; the clock starts with the complaint, and again when an unsatisfied customer reopens it. */
export function solutionDue(
  level: ComplaintLevel,
  from: Date,
  calendar: WorkCalendar,
  parameters: Parameters,
): Date {
  if (level === 'urgent')
    return afterHours(from, parameters['complaint.urgentSolveHours'], calendar, parameters)
  const days = parameters[level === 'major' ? 'complaint.majorSolveWD' : 'complaint.normalSolveWD']
  const start = shanghaiDate(workingMoment(from, calendar, parameters))
  return endOfDay(addWorkingDays(calendar, start, days))
}

/** 满意度回访: some working days after it was reported solved. */
export function callbackDue(solvedOn: PlainDate, calendar: WorkCalendar, parameters: Parameters): Date {
  return endOfDay(addWorkingDays(calendar, solvedOn, parameters['complaint.callbackWD']))
}

const respondHours = {
  normal: 'complaint.normalRespondHours',
  major: 'complaint.majorRespondHours',
  urgent: 'complaint.urgentRespondHours',
} as const

const hourMs = 3_600_000

/** Hours pass on working days only, round the clock; a clock neither starts nor ends outside the office hours. */
function afterHours(from: Date, hours: number, calendar: WorkCalendar, parameters: Parameters): Date {
  let at = workingMoment(from, calendar, parameters)
  let left = hours * hourMs
  for (;;) {
    const midnight = endOfDay(shanghaiDate(at))
    const today = midnight.getTime() - at.getTime()
    if (left < today) return workingMoment(new Date(at.getTime() + left), calendar, parameters)
    left -= today
    at = atShanghai(nextWorkingDay(calendar, shanghaiDate(at)), '00:00')
  }
}

/** The instant itself inside the office hours of a working day, otherwise the next beginning of work. */
function workingMoment(at: Date, calendar: WorkCalendar, parameters: Parameters): Date {
  const date = shanghaiDate(at)
  const time = shanghaiTime(at)
  const start = parameters['shift.start']
  if (calendar.isWorkingDay(date) && time >= start && time < parameters['shift.end']) return at
  const later = calendar.isWorkingDay(date) && time < start ? date : nextDay(date, calendar)
  return atShanghai(later, start)
}

const nextDay = (date: PlainDate, calendar: WorkCalendar) =>
  calendar.isWorkingDay(date) ? nextWorkingDay(calendar, date) : firstWorkingDayOnOrAfter(calendar, date)
