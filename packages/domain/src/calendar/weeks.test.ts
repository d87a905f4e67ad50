import { describe, expect, it } from 'vitest'
import { calendarYear } from './official-years.ts'
import {
  isWeekKey,
  lastWorkingWeek,
  mondayOfWeek,
  nextWorkingWeek,
  sundayOfWeek,
  weekKeyOf,
  workingDaysOfWeek,
} from './weeks.ts'
import { makeCalendar } from './working-days.ts'

const calendar = makeCalendar([...calendarYear(2025), ...calendarYear(2026), ...calendarYear(2027)])

describe('a week by its ISO number (§1B-19)', () => {
  it.each([
    ['2026-11-16', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2025-12-29', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('%s lies in %s', (date, week) => {
    expect(weekKeyOf(date)).toBe(week)
    expect(mondayOfWeek(week) <= date && date <= sundayOfWeek(week)).toBe(true)
  })

  it.each([
    ['2026-W53', true],
    ['2025-W53', false],
    ['2027-W53', false],
    ['2026-W00', false],
    ['2026-W01', true],
    ['2026-47', false],
    ['W47', false],
  ])('%s is a week: %s', (text, known) => {
    expect(isWeekKey(text)).toBe(known)
  })
})

describe('weeks with and without working days', () => {
  it.each([
    ['2026-W07', 6, 'with the Saturday worked for the Spring Festival'],
    ['2026-W08', 0, 'the Spring Festival of 2026 takes the whole week'],
    ['2026-W38', 6, 'with the Sunday worked for the National Day'],
    ['2026-W40', 3, 'until 30 September'],
    ['2026-W41', 3, 'Thursday, Friday and the Saturday worked'],
  ])('%s has %i working days: %s', (week, days) => {
    expect(workingDaysOfWeek(calendar, week)).toHaveLength(days)
  })

  it.each([
    ['2026-W07', '2026-W09'],
    ['2026-W08', '2026-W09'],
    ['2026-W46', '2026-W47'],
    ['2026-W53', '2027-W01'],
  ])('after %s the next with working days is %s', (week, next) => {
    expect(nextWorkingWeek(calendar, week)).toBe(next)
  })

  it('before the first week after the festival the last was the one before it', () => {
    expect(lastWorkingWeek(calendar, '2026-W09')).toBe('2026-W07')
    expect(lastWorkingWeek(calendar, '2027-W01')).toBe('2026-W53')
  })
})
