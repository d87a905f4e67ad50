import { expect, test } from 'vitest'
import { atShanghai } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import { reminderDue } from './clock.ts'

const calendar = makeCalendar(calendarYear(2026))
const parameters = resolveParameters([], '2026-11-23')
const at = (text: string) => atShanghai(text.slice(0, 10), text.slice(11))

test.each([
  ['2026-11-23 10:30', '2026-11-24 10:30', 'the next day'],
  ['2026-11-20 17:59', '2026-11-23 17:59', 'Friday to Monday'],
  ['2026-11-21 10:00', '2026-11-23 10:00', 'asked on Saturday'],
  ['2026-09-30 09:00', '2026-10-08 09:00', 'over the holiday'],
])('after one working day: %s → %s (%s)', (opened, due) => {
  expect(reminderDue(at(opened), calendar, parameters)).toEqual(at(due))
})
