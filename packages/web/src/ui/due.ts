import { daysBetween, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { isMet, namesWholeDay } from '@zhuowei/domain/calendar/deadline.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'

const halfHour = 30 * 60_000

/** How pressing a due instant is: red when it has passed, amber in the last half hour. */
export function urgencyOf(due: Date, now: Date): 'red' | 'amber' | undefined {
  if (!isMet(due, now)) return 'red'
  return due.getTime() - now.getTime() < halfHour ? 'amber' : undefined
}

/** Below a countdown, without what it says already: from a week on it names the day itself. Of a whole day the day alone says all. */
export function belowCountdown(due: Date, now: Date, { wholeDay = false } = {}): string {
  const text = dueTextOf(due, now)
  const isNamed = daysBetween(shanghaiDate(now), lastDayOf(due)) >= 7
  if (isNamed) return wholeDay ? '' : (text.split(' ').at(-1) ?? '')
  return wholeDay ? shortDate(lastDayOf(due), shanghaiDate(now)) : text
}

/** An instant that is due: 09:30 today, 11-24 18:00 ahead, 11-20 周五 behind. */
export function dueTextOf(due: Date, now: Date): string {
  const date = lastDayOf(due)
  const today = shanghaiDate(now)
  const time = namesWholeDay(due) ? '24:00' : shanghaiTime(due)
  const days = daysBetween(today, date)
  if (days === 0) return time
  const day = shortDate(date, today)
  return days < 0 ? day : `${day.slice(0, day.indexOf(' '))} ${time}`
}

/** The same with its day and its time, where there is room: 今天 11:00, 11-24 周二 09:00. */
export function dueInFull(due: Date, now: Date): string {
  const today = shanghaiDate(now)
  const date = lastDayOf(due)
  return `${date === today ? '今天' : shortDate(date, today)} ${namesWholeDay(due) ? '24:00' : shanghaiTime(due)}`
}

/** The same where a whole day says all: 今天, 11-25 周三; with a time of day as ever. */
export function dueDayOf(due: Date, now: Date): string {
  if (!namesWholeDay(due)) return dueTextOf(due, now)
  const today = shanghaiDate(now)
  const day = lastDayOf(due)
  return day === today ? '今天' : shortDate(day, today)
}

/** What is due at midnight is due on the day that ends with it. */
const lastDayOf = (due: Date) => shanghaiDate(new Date(due.getTime() - (namesWholeDay(due) ? 1 : 0)))
