import { expect, it } from 'vitest'
import { rangeOf } from './compliance-search.ts'

it.each([
  ['four', '2026-11-23', '2026-11-02', '2026-11-23'],
  ['seven', '2026-11-23', '2026-10-12', '2026-11-23'],
  ['month', '2026-11-23', '2026-11-01', '2026-11-23'],
  ['last', '2026-11-23', '2026-10-01', '2026-10-31'],
  ['last', '2026-01-05', '2025-12-01', '2025-12-31'],
] as const)('%s on %s is %s to %s', (period, today, from, to) => {
  expect(rangeOf(period, today)).toEqual({ from, to })
})
