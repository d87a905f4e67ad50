import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  atShanghai,
  daysBetween,
  endOfDay,
  firstDayOfMonth,
  isoWeekOf,
  isPlainDate,
  lastDayOfMonth,
  mondayOf,
  monthOf,
  shanghaiDate,
  shanghaiTime,
  shanghaiTimeWithSeconds,
  weekdayOf,
} from './dates.ts'

const anyDate = fc.integer({ min: -20_000, max: 40_000 }).map((offset) => addDays('2026-01-01', offset))

describe('a plain date', () => {
  it.each([
    ['2026-11-20', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026-11-20T00:00', false],
    ['', false],
  ])('%s is a day of the calendar: %s', (text, expected) => {
    expect(isPlainDate(text)).toBe(expected)
  })

  it.each([
    ['2026-11-23', 1],
    ['2026-09-20', 7],
    ['2026-10-10', 6],
    ['2026-01-01', 4],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday)
  })

  it('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -9999, max: 9999 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
    ['2026-09', '2026-09-30'],
  ])('%s ends on %s', (month, last) => {
    expect(lastDayOfMonth(month)).toBe(last)
    expect(monthOf(last)).toBe(month)
    expect(monthOf(addDays(last, 1))).not.toBe(month)
    expect(firstDayOfMonth(month)).toBe(`${month}-01`)
  })
})

describe('weeks follow ISO', () => {
  it.each([
    ['2025-12-29', 2026, 1],
    ['2026-01-04', 2026, 1],
    ['2026-02-15', 2026, 7],
    ['2026-02-16', 2026, 8],
    ['2026-09-20', 2026, 38],
    ['2026-11-23', 2026, 48],
    ['2026-12-31', 2026, 53],
    ['2027-01-01', 2026, 53],
    ['2027-01-04', 2027, 1],
  ])('%s lies in week %i-%i', (date, year, week) => {
    expect(isoWeekOf(date)).toEqual({ year, week })
  })

  it('all seven days from Monday on share one week', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const monday = mondayOf(date)
        expect(weekdayOf(monday)).toBe(1)
        expect(daysBetween(monday, date)).toBe(weekdayOf(date) - 1)
        expect(isoWeekOf(date)).toEqual(isoWeekOf(monday))
        expect(isoWeekOf(addDays(monday, 7))).not.toEqual(isoWeekOf(monday))
      }),
    )
  })
})

describe('instants on the Shanghai clock', () => {
  it('09:00 in Shanghai is 01:00 UTC', () => {
    expect(atShanghai('2026-11-23', '09:00').toISOString()).toBe('2026-11-23T01:00:00.000Z')
  })

  it('24:00 of a day is 00:00 of the next, and already belongs to it', () => {
    expect(endOfDay('2026-11-20')).toEqual(atShanghai('2026-11-21', '00:00'))
    expect(shanghaiDate(endOfDay('2026-11-20'))).toBe('2026-11-21')
    expect(shanghaiDate(new Date(endOfDay('2026-11-20').getTime() - 1))).toBe('2026-11-20')
  })

  it('the evening in UTC is the next morning in Shanghai', () => {
    const instant = new Date('2026-11-22T23:59:07Z')
    expect(shanghaiDate(instant)).toBe('2026-11-23')
    expect(shanghaiTime(instant)).toBe('07:59')
    expect(shanghaiTimeWithSeconds(instant)).toBe('07:59:07')
  })

  it('a date and time survive the way to an instant and back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        expect(shanghaiDate(atShanghai(date, time))).toBe(date)
        expect(shanghaiTime(atShanghai(date, time))).toBe(time)
      }),
    )
  })
})
