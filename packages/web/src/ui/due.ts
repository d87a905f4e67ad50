import { daysBetween, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { isMet, namesWholeDay } from '@zhuowei/domain/calendar/deadline.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'

const halfHour = 30 * 60_000

/** How pressing a due instant is: red when it has passed, amber in the last half hour. */
export function urgencyOf(due: Date, now: Date): 'red' | 'amber' | undefined {
  if (!isMet(due, now)) return 'red'
  return due.getTime() - now.getTime() < halfHour ? 'amber' : undefined
}

/** The instant below a countdown, without what the countdown says already: 09:30 today, 11-24 18:00 ahead, 11-20 周五 behind. */
export function dueTextOf(due: Date, now: Date): string {
  const wholeDay = namesWholeDay(due)
  const date = shanghaiDate(new Date(due.getTime() - (wholeDay ? 1 : 0)))
  const today = shanghaiDate(now)
  const time = wholeDay ? '24:00' : shanghaiTime(due)
  const days = daysBetween(today, date)
  if (days === 0) return time
  const day = shortDate(date, today)
  return days < 0 ? day : `${day.slice(0, day.indexOf(' '))} ${time}`
}
