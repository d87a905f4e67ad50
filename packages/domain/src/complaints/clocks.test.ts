import { describe, expect, test } from 'vitest'
import { atShanghai } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import { callbackDue, responseDue, solutionDue } from './clocks.ts'

const calendar = makeCalendar(calendarYear(2026))
const parameters = resolveParameters([], '2026-11-23')
const at = (text: string) => atShanghai(text.slice(0, 10), text.slice(11))

// 2026-11-20 is a Friday; 2026-10-01 to 10-07 are the holiday, 2026-10-10 is a Saturday that is worked.
describe('六.5.1) the first answer is due in working time', () => {
  test.each([
    ['urgent', '2026-11-23 09:00', '2026-11-23 11:00', 'two hours'],
    ['urgent', '2026-11-23 08:40', '2026-11-23 11:00', 'before work the clock waits for 09:00'],
    ['urgent', '2026-11-23 16:59', '2026-11-24 09:00', 'an end after work moves to the next morning'],
    ['urgent', '2026-11-20 15:30', '2026-11-20 17:30', 'still on Friday'],
    ['urgent', '2026-11-21 10:00', '2026-11-23 11:00', 'on Saturday the clock waits for Monday'],
    ['urgent', '2026-10-10 10:00', '2026-10-10 12:00', 'a Saturday that is worked'],
    ['major', '2026-11-23 10:00', '2026-11-24 09:00', 'twelve hours end at night'],
    ['normal', '2026-11-23 10:00', '2026-11-24 10:00', 'a day'],
    ['normal', '2026-11-20 15:00', '2026-11-23 15:00', 'a day from Friday to Monday'],
    ['normal', '2026-09-30 15:00', '2026-10-08 15:00', 'over the holiday'],
  ] as const)('%s from %s: %s (%s)', (level, from, due, _why) => {
    expect(responseDue(level, at(from), calendar, parameters)).toEqual(at(due))
  })
})

describe('六.5.1) the solution is due in working days', () => {
  test.each([
    ['normal', '2026-11-23 10:00', '2026-11-27 00:00', 'three working days, the last one whole'],
    ['normal', '2026-11-21 10:00', '2026-11-27 00:00', 'from Saturday as from Monday'],
    ['normal', '2026-11-20 18:00', '2026-11-27 00:00', 'after work as from the next working day'],
    ['major', '2026-11-23 10:00', '2026-12-01 00:00', 'five working days'],
    ['urgent', '2026-11-20 15:00', '2026-11-23 15:00', 'twenty-four hours of working days'],
  ] as const)('%s from %s: %s (%s)', (level, from, due, _why) => {
    expect(solutionDue(level, at(from), calendar, parameters)).toEqual(at(due))
  })

  test('the callback is due one working day after the solution', () => {
    expect(callbackDue('2026-11-20', calendar, parameters)).toEqual(at('2026-11-24 00:00'))
  })
})
