import { describe, expect, it } from 'vitest'
import { atShanghai, endOfDay } from './dates.ts'
import { isMet, lastMomentOf } from './deadline.ts'
import {
  countdown,
  dateTimeWithWeekday,
  dateWithWeekday,
  deadlineText,
  shortDate,
  weekdayShort,
} from './wording.ts'

describe('dates in words', () => {
  it('keep the weekday', () => {
    expect(weekdayShort('2026-09-20')).toBe('周日')
    expect(dateWithWeekday('2026-11-23')).toBe('2026-11-23 周一')
    expect(dateTimeWithWeekday(atShanghai('2026-11-23', '09:30'))).toBe('2026-11-23 周一 09:30')
  })

  it('drop the year only inside the current one', () => {
    expect(shortDate('2026-11-20', '2026-11-23')).toBe('11-20 周五')
    expect(shortDate('2025-12-31', '2026-01-01')).toBe('2025-12-31 周三')
  })

  it('write a deadline at midnight as 24:00 of the day it ends', () => {
    expect(deadlineText(endOfDay('2026-11-20'), '2026-11-23')).toBe('11-20 周五 24:00')
    expect(deadlineText(atShanghai('2026-11-23', '09:00'), '2026-11-23')).toBe('11-23 周一 09:00')
  })
})

describe('the last moment of a deadline', () => {
  it.each([
    [atShanghai('2026-11-23', '09:00'), '2026-11-23T01:00:59.999Z', true],
    [atShanghai('2026-11-23', '09:00'), '2026-11-23T01:01:00.000Z', false],
    [endOfDay('2026-11-20'), '2026-11-20T16:00:00.000Z', true],
    [endOfDay('2026-11-20'), '2026-11-20T16:00:00.001Z', false],
  ])('%o is met at %s: %s', (deadline, instant, met) => {
    expect(isMet(deadline, new Date(instant))).toBe(met)
  })

  it('never lies before the deadline', () => {
    expect(lastMomentOf(endOfDay('2026-11-20'))).toEqual(endOfDay('2026-11-20'))
  })
})

describe('the countdown', () => {
  const now = atShanghai('2026-11-23', '08:40')
  it.each([
    [atShanghai('2026-11-23', '09:00'), '剩 20 分'],
    [atShanghai('2026-11-23', '10:12'), '剩 1 时 32 分'],
    [atShanghai('2026-11-23', '10:40'), '剩 2 时'],
    [endOfDay('2026-11-23'), '剩 15 时 20 分'],
    [atShanghai('2026-11-24', '00:01'), '明天'],
    [endOfDay('2026-11-24'), '明天'],
    [atShanghai('2026-11-25', '18:00'), '周三'],
    [atShanghai('2026-11-29', '18:00'), '周日'],
    [atShanghai('2026-11-30', '18:00'), '11-30 周一'],
    [atShanghai('2027-01-04', '18:00'), '2027-01-04 周一'],
    [now, '剩 1 分'],
    [atShanghai('2026-11-23', '08:38'), '逾期 2 分'],
    [atShanghai('2026-11-23', '06:00'), '逾期 2 时'],
    [endOfDay('2026-11-22'), '逾期 1 天'],
    [endOfDay('2026-11-20'), '逾期 3 天'],
    [atShanghai('2026-11-20', '18:00'), '逾期 3 天'],
  ])('to %o reads %s', (due, words) => {
    expect(countdown(now, due)).toBe(words)
  })

  it('close to midnight prefers minutes to the word 明天', () => {
    expect(countdown(atShanghai('2026-11-23', '23:50'), atShanghai('2026-11-24', '00:10'))).toBe('剩 20 分')
  })

  it('is not overdue inside the minute of the deadline', () => {
    expect(countdown(new Date('2026-11-23T01:00:59Z'), atShanghai('2026-11-23', '09:00'))).toBe('剩 1 分')
  })
})
