import { codesOf } from '../codes.ts'
import type { PlainDate } from './dates.ts'
import { addDays, weekdayOf } from './dates.ts'

export const dayTypeLabel = {
  working: '工作日',
  rest: '休息日',
  holiday: '法定节假日',
  makeup: '调休上班',
} as const
export type DayType = keyof typeof dayTypeLabel
export const dayTypes = codesOf(dayTypeLabel)

export const daySourceLabel = { official: '官方', estimated: '估算', manual: '手工' } as const
export type DaySource = keyof typeof daySourceLabel
export const daySources = codesOf(daySourceLabel)

/** `name` is the holiday that a day off or a makeup day belongs to; empty on ordinary days. */
export type CalendarDay = { date: PlainDate; type: DayType; name: string; source: DaySource }

export type WorkCalendar = {
  isWorkingDay(date: PlainDate): boolean
  day(date: PlainDate): CalendarDay
}

export function makeCalendar(days: readonly CalendarDay[]): WorkCalendar {
  const known = new Map(days.map((day) => [day.date, day]))
  const day = (date: PlainDate) => known.get(date) ?? ordinaryDay(date, 'estimated')
  return { day, isWorkingDay: (date) => isWorkingType(day(date).type) }
}

/** Monday to Friday, before any holiday is known. */
export function ordinaryDay(date: PlainDate, source: DaySource): CalendarDay {
  return { date, type: weekdayOf(date) <= 5 ? 'working' : 'rest', name: '', source }
}

export function isWorkingType(type: DayType): boolean {
  return type === 'working' || type === 'makeup'
}

/** The first working day strictly after the date. */
export function nextWorkingDay(calendar: WorkCalendar, date: PlainDate): PlainDate {
  return firstWorkingDayOnOrAfter(calendar, addDays(date, 1))
}

export function firstWorkingDayOnOrAfter(calendar: WorkCalendar, date: PlainDate): PlainDate {
  let day = date
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1)
  return day
}

export function lastWorkingDayOnOrBefore(calendar: WorkCalendar, date: PlainDate): PlainDate {
  let day = date
  while (!calendar.isWorkingDay(day)) day = addDays(day, -1)
  return day
}

/** The n-th working day after the date; n = 0 gives the date itself, working or not. */
export function addWorkingDays(calendar: WorkCalendar, date: PlainDate, count: number): PlainDate {
  let day = date
  for (let passed = 0; passed < count; passed++) day = nextWorkingDay(calendar, day)
  return day
}

/** Both ends included. */
export function workingDaysIn(calendar: WorkCalendar, from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) days.push(day)
  return days
}
