import { expect, it } from 'vitest'
import { periodsOf, rangeOf, rangeShowing } from './compliance-search.ts'

it.each([
  ['four', '2026-11-23', '2026-11-02', '2026-11-23'],
  ['seven', '2026-11-23', '2026-10-12', '2026-11-23'],
  ['month', '2026-11-23', '2026-11-01', '2026-11-23'],
  ['last', '2026-11-23', '2026-10-01', '2026-10-31'],
  ['last', '2026-01-05', '2025-12-01', '2025-12-31'],
] as const)('%s on %s is %s to %s', (period, today, from, to) => {
  expect(rangeOf(period, today)).toEqual({ from, to })
})

it.each([
  [undefined, '2026-11-02', '2026-11-23'],
  ['2026-11-02', '2026-11-02', '2026-11-23'],
  ['2026-11-01', '2026-10-05', '2026-11-22'],
  ['2026-03-18', '2026-02-23', '2026-04-12'],
])('近 4 周 reaches back to an older cell that is open: %s', (day, from, to) => {
  expect(rangeShowing(day, 'four', '2026-11-23')).toEqual({ from, to })
})

it.each([
  ['week', false, undefined, '2026-09-07', '2026-11-23'],
  ['week', false, '2026-03-22', '2026-01-12', '2026-04-04'],
  ['week', true, '2026-10-25', '2026-10-12', '2026-11-07'],
  ['month', false, '2026-11-20', '2026-06-01', '2026-11-23'],
  ['month', true, '2026-03-31', '2026-02-01', '2026-05-01'],
] as const)('%s on the phone %s, open %s: %s to %s', (unit, phone, day, from, to) => {
  expect(periodsOf(unit, '2026-11-23', phone, day)).toEqual({ from, to })
})
