import { addDays, lastDayOfMonth, type PlainDate } from '../calendar/dates.ts'
import { addWorkingDays, type WorkCalendar } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'

/** The first day on which a profile that was last confirmed then is hidden (G25: 24 months). */
export function profileExpiry(confirmedOn: PlainDate, parameters: Parameters): PlainDate {
  return monthsLater(confirmedOn, parameters['profile.keepMonths'])
}

/** The first day on which a contact with whom nobody has had to do since then is no longer kept (§3C: 36 months). */
export function contactErasure(lastDealtOn: PlainDate, parameters: Parameters): PlainDate {
  return monthsLater(lastDealtOn, parameters['contact.keepMonths'])
}

/** Whoever was last dealt with on this day or before is due to be told about today: 36 months less the days of notice. */
export function contactNoticeBefore(today: PlainDate, parameters: Parameters): PlainDate {
  const ends = addDays(today, parameters['contact.noticeDays'])
  const before = monthsLater(ends, -parameters['contact.keepMonths'])
  return ends === lastDayOfMonth(ends.slice(0, 7)) ? lastDayOfMonth(before.slice(0, 7)) : before
}

/** The day on which what was hidden is gone for good. */
export function profilePurge(hiddenOn: PlainDate, parameters: Parameters): PlainDate {
  return addDays(hiddenOn, parameters['profile.purgeDays'])
}

/** The last day on which a request of a person is answered in time; it counts in working days. */
export function requestDue(receivedOn: PlainDate, calendar: WorkCalendar, parameters: Parameters): PlainDate {
  return addWorkingDays(calendar, receivedOn, parameters['profile.requestWD'])
}

/** The same day some months on; the last of the month where it has no such day. */
function monthsLater(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8)].map(Number)
  const count = Number(year) * 12 + Number(month) - 1 + months
  const target = `${Math.floor(count / 12)}-${twoDigits((count % 12) + 1)}`
  const lastDay = Number(lastDayOfMonth(target).slice(8))
  return `${target}-${twoDigits(Math.min(Number(day), lastDay))}`
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
