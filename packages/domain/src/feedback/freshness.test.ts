import { describe, expect, it } from 'vitest'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import type { Grade } from '../customers/grade.ts'
import { enteredForDue, type FormState, formStanding } from './freshness.ts'

const calendar = makeCalendar(calendarYear(2026))
const standard = resolveParameters([], '2026-11-23')

describe('the first version is due ten working days after the entry (六.3.2)①, G24)', () => {
  it.each<[string, string, string, FormState]>([
    ['2026-11-09', '2026-11-20', '2026-11-23', 'awaited'],
    ['2026-11-09', '2026-11-23', '2026-11-23', 'awaited'],
    ['2026-11-09', '2026-11-24', '2026-11-23', 'overdue'],
    // 10-01 to 10-07 are holidays, 10-10 is worked.
    ['2026-09-28', '2026-10-16', '2026-10-16', 'awaited'],
    ['2026-09-28', '2026-10-17', '2026-10-16', 'overdue'],
  ])('entered %s, on %s: due %s, %s', (enteredOn, today, dueOn, state) => {
    const facts = { enteredOn, grade: 'A' as const, completeness: 0, currentOn: null }
    expect(formStanding(facts, today, standard, calendar)).toEqual({ state, dueOn, freshness: 0, score: 0 })
  })

  it('the day of entry is found back from the day it is due', () => {
    expect(enteredForDue('2026-11-23', standard, calendar)).toBe('2026-11-09')
    expect(enteredForDue('2026-11-22', standard, calendar)).toBe('2026-11-08')
  })
})

describe('freshness by grade, A 30, B 60, C 90 days (六.3.2)②)', () => {
  it.each<[Grade, string, number, FormState, number, number]>([
    ['A', '2026-10-24', 100, 'fresh', 100, 100],
    ['A', '2026-10-23', 100, 'stale', 97, 97],
    ['A', '2026-10-09', 80, 'stale', 50, 40],
    ['A', '2026-09-24', 100, 'stale', 0, 0],
    ['A', '2026-01-05', 100, 'stale', 0, 0],
    ['B', '2026-09-24', 70, 'fresh', 100, 70],
    ['B', '2026-09-23', 70, 'stale', 98, 69],
    ['C', '2026-08-25', 50, 'fresh', 100, 50],
    ['C', '2026-08-25', 49, 'partial', 100, 49],
    ['C', '2026-08-24', 30, 'stale', 99, 30],
    ['C', '2026-11-23', 0, 'partial', 100, 0],
  ])('%s, current on %s, %i %%: %s', (grade, currentOn, completeness, state, freshness, score) => {
    const facts = { enteredOn: '2026-01-05', grade, completeness, currentOn }
    expect(formStanding(facts, '2026-11-23', standard, calendar)).toMatchObject({ state, freshness, score })
  })
})
