import { describe, expect, test } from 'vitest'
import type { TradeStatus } from './grade.ts'
import { mayBeKept, suggestKept, undoableUntil } from './merge.ts'

const record = (id: string, tradeStatus: TradeStatus, createdOn: string) => ({
  id,
  tradeStatus,
  createdAt: new Date(createdOn),
})
const late = record('late', 'traded', '2026-11-01')
const early = record('early', 'untraded', '2026-01-01')
const middle = record('middle', 'untraded', '2026-05-01')

describe('which record of a customer is kept', () => {
  test.each([
    ['the one entered first', [middle, early], 'early'],
    ['六.1.1)① the one with trade, though it was entered later', [early, late], 'late'],
    ['six of one: three records', [middle, early, late], 'late'],
  ])('%s', (_, records, kept) => {
    expect(suggestKept(records)?.id).toBe(kept)
  })

  test('六.1.1)① one without trade cannot be kept beside one with trade', () => {
    expect(mayBeKept(early, [early, late])).toBe(false)
    expect(mayBeKept(late, [early, late])).toBe(true)
    expect(mayBeKept(early, [early, middle])).toBe(true)
  })
})

test('a merge is taken back up to the thirtieth day', () => {
  expect(undoableUntil('2026-11-23')).toBe('2026-12-23')
})
