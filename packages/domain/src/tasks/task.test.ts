import { describe, expect, test } from 'vitest'
import { atShanghai, endOfDay } from '../calendar/dates.ts'
import { mayTake, type TaskStep, taskGroupOf, taskStates } from './task.ts'

test.each([
  ['change', ['open', 'returned']],
  ['feedback', ['open', 'returned']],
  ['accept', ['reported']],
  ['sendBack', ['reported']],
  ['cancel', ['open', 'reported', 'returned']],
  ['complete', ['open']],
  ['reopen', ['done']],
] as const satisfies readonly [TaskStep, readonly string[]][])(
  '二.2.1)(15) %s is possible in %j and in no other state',
  (step, states) => {
    expect(taskStates.filter((state) => mayTake(step, state))).toEqual(states)
  },
)

// 2026-11-23 is a Monday.
describe('the list is grouped by what is due', () => {
  const now = atShanghai('2026-11-23', '10:00')
  test.each([
    [atShanghai('2026-11-23', '09:59'), 'overdue', 'a minute ago'],
    [atShanghai('2026-11-23', '10:00'), 'today', 'the minute itself still counts'],
    [endOfDay('2026-11-22'), 'overdue', 'yesterday, the whole day'],
    [endOfDay('2026-11-23'), 'today', 'today until 24:00'],
    [endOfDay('2026-11-24'), 'week', 'tomorrow'],
    [endOfDay('2026-11-29'), 'week', 'the Sunday of this week'],
    [atShanghai('2026-11-30', '09:00'), 'later', 'next Monday'],
    [null, 'later', 'without a date'],
  ] as const)('%s: %s (%s)', (dueAt, group, _why) => {
    expect(taskGroupOf(dueAt, now)).toBe(group)
  })
})
