import { expect, test } from 'vitest'
import { earliestAbsence } from './absence.ts'

test.each([
  ['2026-11-23', '2026-10-01'],
  ['2026-11-01', '2026-10-01'],
  ['2026-01-31', '2025-12-01'],
])('on %s leave and trips may be registered back to %s', (today, earliest) => {
  expect(earliestAbsence(today)).toBe(earliest)
})
