import { getDayDetail } from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, lastDayOfMonth } from './dates.ts'
import { calendarYear, knownYears, missingYearWarning } from './official-years.ts'
import {
  addWorkingDays,
  firstWorkingDayOnOrAfter,
  isWorkingType,
  lastWorkingDayOnOrBefore,
  makeCalendar,
  nextWorkingDay,
  workingDaysIn,
} from './working-days.ts'

const calendar = makeCalendar(knownYears.flatMap(calendarYear))

describe('the official years', () => {
  it.each([2025, 2026])('%i agrees with an independent holiday table on every day', (year) => {
    for (const { date, type } of calendarYear(year))
      expect({ date, work: isWorkingType(type) }).toEqual({ date, work: getDayDetail(date).work })
  })

  it('2026 has the published number of working days in each month', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)
    const counts = months.map((month) => workingDaysIn(calendar, `${month}-01`, lastDayOfMonth(month)).length)
    expect(counts).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23])
  })

  it.each([
    [2025, 365, 248],
    [2026, 365, 248],
    [2028, 366, 256],
  ])('%i has %i days, %i of them working', (year, days, working) => {
    const all = calendarYear(year)
    expect(all).toHaveLength(days)
    expect(all.filter(({ type }) => isWorkingType(type))).toHaveLength(working)
  })

  it('week 8 of 2026 has no working day at all', () => {
    expect(workingDaysIn(calendar, '2026-02-16', '2026-02-22')).toEqual([])
  })

  it.each([
    ['2026-09-20', 'makeup', '国庆节', 'official'],
    ['2026-10-10', 'makeup', '国庆节', 'official'],
    ['2026-10-01', 'holiday', '国庆节', 'official'],
    ['2026-11-21', 'rest', '', 'official'],
    ['2026-11-23', 'working', '', 'official'],
    ['2027-02-05', 'holiday', '春节', 'estimated'],
    ['2027-01-04', 'working', '', 'estimated'],
    ['2030-06-08', 'rest', '', 'estimated'],
  ])('%s is %s %s (%s)', (date, type, name, source) => {
    expect(calendar.day(date)).toEqual({ date, type, name, source })
  })

  it('a year we ship nothing for still keeps the fixed statutory days', () => {
    const off = calendarYear(2029).filter(({ type }) => type === 'holiday')
    expect(off.map(({ date }) => date.slice(5))).toEqual([
      '01-01',
      '05-01',
      '05-02',
      '10-01',
      '10-02',
      '10-03',
    ])
    expect(off.every(({ source }) => source === 'estimated')).toBe(true)
  })
})

describe('the warning about a missing official year', () => {
  it.each([
    ['2026-10-31', null],
    ['2026-11-01', 2027],
    ['2026-12-31', 2027],
    ['2027-01-01', 2027],
    ['2024-06-01', 2024],
  ])('on %s it names %s', (today, year) => {
    expect(missingYearWarning([2025, 2026], today)?.year ?? null).toBe(year)
  })

  it('stays away once next year has been entered', () => {
    expect(missingYearWarning([2026, 2027], '2026-11-23')).toBeNull()
  })
})

describe('moving by working days', () => {
  it.each([
    ['2026-11-20', '2026-11-23'],
    ['2026-09-30', '2026-10-08'],
    ['2026-10-09', '2026-10-10'],
    ['2026-10-10', '2026-10-12'],
    ['2026-09-19', '2026-09-20'],
    ['2026-02-14', '2026-02-24'],
  ])('after %s the next working day is %s', (date, next) => {
    expect(nextWorkingDay(calendar, date)).toBe(next)
  })

  it('on or after, on or before, and n days on', () => {
    expect(firstWorkingDayOnOrAfter(calendar, '2026-10-01')).toBe('2026-10-08')
    expect(firstWorkingDayOnOrAfter(calendar, '2026-10-08')).toBe('2026-10-08')
    expect(lastWorkingDayOnOrBefore(calendar, '2026-10-07')).toBe('2026-09-30')
    expect(addWorkingDays(calendar, '2026-11-17', 5)).toBe('2026-11-24')
    expect(addWorkingDays(calendar, '2026-11-21', 0)).toBe('2026-11-21')
  })

  it('the next working day is the only one in the stretch that leads to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (offset) => {
        const date = addDays('2025-01-01', offset)
        const next = nextWorkingDay(calendar, date)
        expect(workingDaysIn(calendar, addDays(date, 1), next)).toEqual([next])
        expect(daysBetween(date, next)).toBeGreaterThan(0)
      }),
    )
  })
})
