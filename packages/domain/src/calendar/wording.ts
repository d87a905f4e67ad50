import type { PlainDate } from './dates.ts'
import { daysBetween, shanghaiDate, shanghaiTime, weekdayOf } from './dates.ts'
import { isMet, namesWholeDay } from './deadline.ts'

/** The × of 星期× and 周×, Monday first. */
const weekdayCharacters = '一二三四五六日'

export function weekdayCharacter(date: PlainDate): string {
  return weekdayCharacters.charAt(weekdayOf(date) - 1)
}

/** 四十七, up to 九十九. */
export function chineseNumeral(number: number): string {
  const digits = '〇一二三四五六七八九'
  const tens = Math.floor(number / 10)
  const ones = number % 10 === 0 && tens > 0 ? '' : digits.charAt(number % 10)
  if (tens === 0) return ones
  return `${tens === 1 ? '' : digits.charAt(tens)}十${ones}`
}

/** 周一. */
export function weekdayShort(date: PlainDate): string {
  return `周${weekdayCharacter(date)}`
}

/** 2026-11-23 周一. */
export function dateWithWeekday(date: PlainDate): string {
  return `${date} ${weekdayShort(date)}`
}

/** 11-20 周五 inside the year of `today`, otherwise with the year. */
export function shortDate(date: PlainDate, today: PlainDate): string {
  const sameYear = date.slice(0, 4) === today.slice(0, 4)
  return `${sameYear ? date.slice(5) : date} ${weekdayShort(date)}`
}

/** 2026-11-23 周一 09:30. */
export function dateTimeWithWeekday(instant: Date): string {
  return `${dateWithWeekday(shanghaiDate(instant))} ${shanghaiTime(instant)}`
}

/** 11-20 周五 24:00: a deadline at midnight belongs to the day that it ends. */
export function deadlineText(deadline: Date, today: PlainDate): string {
  const time = namesWholeDay(deadline) ? '24:00' : shanghaiTime(deadline)
  return `${shortDate(deadlineDate(deadline), today)} ${time}`
}

/** 剩 20 分 · 剩 1 时 32 分 · 明天 · 周三 · 逾期 3 天; never seconds. */
export function countdown(now: Date, due: Date): string {
  if (!isMet(due, now)) return `逾期 ${lateness(now, due)}`
  const today = shanghaiDate(now)
  const dueDate = deadlineDate(due)
  const days = daysBetween(today, dueDate)
  const minutes = Math.max(1, Math.ceil((due.getTime() - now.getTime()) / 60_000))
  if (minutes < 60 || days <= 0) return `剩 ${hoursAndMinutes(minutes)}`
  if (days === 1) return '明天'
  return days < 7 ? weekdayShort(dueDate) : shortDate(dueDate, today)
}

/** 20 分 · 5 时 · 3 天 past a deadline. */
export function lateness(now: Date, due: Date): string {
  const minutes = Math.max(1, Math.floor((now.getTime() - due.getTime()) / 60_000))
  if (minutes < 60) return `${minutes} 分`
  const days = daysBetween(deadlineDate(due), shanghaiDate(now))
  return days >= 1 ? `${days} 天` : `${Math.floor(minutes / 60)} 时`
}

function hoursAndMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 && `${hours} 时`, rest > 0 && `${rest} 分`].filter(Boolean).join(' ')
}

function deadlineDate(deadline: Date): PlainDate {
  return shanghaiDate(new Date(deadline.getTime() - (namesWholeDay(deadline) ? 1 : 0)))
}
