import { addDays, daysBetween, mondayOf, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate, weekdayShort } from '@zhuowei/domain/calendar/wording.ts'
import {
  addWorkingDays,
  firstWorkingDayOnOrAfter,
  lastWorkingDayOnOrBefore,
  nextWorkingDay,
  type WorkCalendar,
} from '@zhuowei/domain/calendar/working-days.ts'

export interface DayChoice {
  date: PlainDate
  label: string
}

/** The days on which a next step usually falls, working days only: 明天 · 后天 · 下周一 · a week from now. */
export function nextDayChoices(calendar: WorkCalendar, today: PlainDate): DayChoice[] {
  const dates = [
    nextWorkingDay(calendar, today),
    addWorkingDays(calendar, today, 2),
    firstWorkingDayOnOrAfter(calendar, addDays(mondayOf(today), 7)),
    firstWorkingDayOnOrAfter(calendar, addDays(today, 7)),
  ]
  return [...new Set(dates)].sort().map((date) => ({ date, label: dayLabel(date, today) }))
}

/** The days on which a visit that is written down now took place: today, yesterday, and the working day before a day off. */
export function pastDayChoices(calendar: WorkCalendar, today: PlainDate): DayChoice[] {
  const yesterday = addDays(today, -1)
  const dates = [today, yesterday, lastWorkingDayOnOrBefore(calendar, yesterday)]
  return [...new Set(dates)].map((date) => ({ date, label: dayLabel(date, today) }))
}

/** 前天 · 昨天 · 今天 · 明天 · 后天 · 周五 · 上周五 · 下周一 · 12-07 周一. */
export function dayLabel(date: PlainDate, today: PlainDate): string {
  const near = nearNames[daysBetween(today, date)]
  if (near) return near
  const weeks = daysBetween(mondayOf(today), mondayOf(date)) / 7
  const week = weekNames[weeks]
  return week === undefined ? shortDate(date, today) : `${week}${weekdayShort(date)}`
}

/** 今天 11-23 周一 · 下周二 12-01 · 12-07 周一. */
export function dayText(date: PlainDate, today: PlainDate): string {
  const name = dayLabel(date, today)
  const full = shortDate(date, today)
  if (name === full) return full
  return `${name} ${name.includes('周') ? full.slice(0, -3) : full}`
}

const nearNames: Partial<Record<number, string>> = {
  [-2]: '前天',
  [-1]: '昨天',
  0: '今天',
  1: '明天',
  2: '后天',
}
const weekNames: Partial<Record<number, string>> = { [-1]: '上', 0: '', 1: '下' }
