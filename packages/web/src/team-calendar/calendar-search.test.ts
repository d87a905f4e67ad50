import { expect, test } from 'vitest'
import { spanOf, step } from './calendar-search.ts'

test.each([
  ['month', '2026-11-23', '2026-10-26', '2026-12-06'],
  ['month', '2027-02-10', '2027-02-01', '2027-02-28'],
  ['month', '2026-08-31', '2026-07-27', '2026-09-06'],
  ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
] as const)('the %s of %s is shown from %s to %s', (view, on, from, to) => {
  expect(spanOf(view, on)).toEqual({ from, to })
})

test('forward and back over the end of a year and a short month', () => {
  expect(step('month', '2026-12-31', 1)).toBe('2027-01-01')
  expect(step('month', '2027-03-31', -1)).toBe('2027-02-01')
  expect(step('week', '2026-12-28', 1)).toBe('2027-01-04')
})
