import { expect, it } from 'vitest'
import { resolveParameters } from '../clauses/parameters.ts'
import { attendanceDue } from './attendance-month.ts'
import { endOfDay } from './dates.ts'
import { calendarYear } from './official-years.ts'
import { makeCalendar } from './working-days.ts'

const calendar = makeCalendar([...calendarYear(2026), ...calendarYear(2027)])
const by = (...[key, value]: [string, string | number] | []) =>
  resolveParameters(
    key === undefined ? [] : [{ key, value: value ?? '', effectiveFrom: '2026-01-01' }],
    '2026-11-23',
  )

it.each([
  ['2026-09', '2026-10-08', 'the 3rd lies in the National Day'],
  ['2026-04', '2026-05-06', 'the 3rd lies in Labour Day'],
  ['2026-10', '2026-11-03', 'the 3rd itself, inclusive'],
  ['2026-12', '2027-01-04', '3 January 2027 is a Sunday'],
])('三.4-c, §1B-9: the attendance of %s is due at the end of %s: %s', (month, day) => {
  expect(attendanceDue(month, calendar, by())).toEqual(endOfDay(day))
})

it('by other parameters on the 3rd whatever day it is, on the working day before it, or on the 5th', () => {
  expect(attendanceDue('2026-09', calendar, by('attendance.roll', 'none'))).toEqual(endOfDay('2026-10-03'))
  expect(attendanceDue('2026-09', calendar, by('attendance.roll', 'backward'))).toEqual(
    endOfDay('2026-09-30'),
  )
  expect(attendanceDue('2026-10', calendar, by('attendance.reportDay', 5))).toEqual(endOfDay('2026-11-05'))
})
