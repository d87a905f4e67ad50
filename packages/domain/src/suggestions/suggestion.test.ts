import { describe, expect, test } from 'vitest'
import { atShanghai } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import { roles } from '../organisation/roles.ts'
import { mayPropose, replyDue, suggestionTypes } from './suggestion.ts'

describe('三.6 a suggestion is answered within five working days', () => {
  const calendar = makeCalendar(calendarYear(2026))
  const parameters = resolveParameters([], '2026-11-23')
  test.each([
    ['2026-11-23', '2026-12-01', 'Monday until the next Monday 24:00'],
    ['2026-11-20', '2026-11-28', 'Friday until the next Friday 24:00'],
    ['2026-11-21', '2026-11-28', 'Saturday as Friday'],
    ['2026-09-28', '2026-10-11', 'two days before the holiday, three after it, one of them a Saturday'],
  ])('%s: before %s 00:00 (%s)', (on, before, _why) => {
    expect(replyDue(on, calendar, parameters)).toEqual(atShanghai(before, '00:00'))
  })
})

test('二.2.4)(5) 经营建议 come from 综合管理 alone; the three kinds of 三.6 from everybody', () => {
  expect(roles.filter((role) => mayPropose(role, 'business'))).toEqual(['oa'])
  for (const type of suggestionTypes.filter((one) => one !== 'business'))
    expect(roles.every((role) => mayPropose(role, type))).toBe(true)
})
