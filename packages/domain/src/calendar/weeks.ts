import type { PlainDate } from './dates.ts'
import { addDays, isoWeekOf, mondayOf } from './dates.ts'
import type { WorkCalendar } from './working-days.ts'
import { workingDaysIn } from './working-days.ts'

/** An ISO week with its week-year, '2026-W47'. */
export type WeekKey = string

export function weekKeyOf(date: PlainDate): WeekKey {
  const { year, week } = isoWeekOf(date)
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** 4 January always lies in week 1. */
export function mondayOfWeek(week: WeekKey): PlainDate {
  return addDays(mondayOf(`${week.slice(0, 4)}-01-04`), 7 * (Number(week.slice(6)) - 1))
}

export function sundayOfWeek(week: WeekKey): PlainDate {
  return addDays(mondayOfWeek(week), 6)
}

/** A year has 52 or 53 weeks: '2026-W53' exists, '2025-W53' does not. */
export function isWeekKey(text: string): boolean {
  return /^[12]\d{3}-W\d{2}$/.test(text) && weekKeyOf(mondayOfWeek(text)) === text
}

export function workingDaysOfWeek(calendar: WorkCalendar, week: WeekKey): PlainDate[] {
  return workingDaysIn(calendar, mondayOfWeek(week), sundayOfWeek(week))
}

/** The first week after this one in which anybody works. */
export function nextWorkingWeek(calendar: WorkCalendar, week: WeekKey): WeekKey {
  return workingWeek(calendar, week, 7)
}

/** The last week before this one in which anybody works. */
export function lastWorkingWeek(calendar: WorkCalendar, week: WeekKey): WeekKey {
  return workingWeek(calendar, week, -7)
}

function workingWeek(calendar: WorkCalendar, week: WeekKey, step: 7 | -7): WeekKey {
  let monday = addDays(mondayOfWeek(week), step)
  while (workingDaysIn(calendar, monday, addDays(monday, 6)).length === 0) monday = addDays(monday, step)
  return weekKeyOf(monday)
}
