import { expect, it } from 'vitest'
import { endOfDay } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import { visitDue } from './visit.ts'

const calendar = makeCalendar(calendarYear(2026))

it.each([
  ['2026-11-20', 0, '2026-11-20'],
  ['2026-11-21', 0, '2026-11-23'],
  ['2026-10-01', 0, '2026-10-08'],
  ['2026-11-20', 1, '2026-11-23'],
])('a visit on %s with %i working days to enter it is due by the end of %s (六.2.3)③)', (date, days, due) => {
  const row = { key: 'visit.dueWD', value: days, effectiveFrom: '2026-01-01' }
  expect(visitDue(date, calendar, resolveParameters([row], date))).toEqual(endOfDay(due))
})
