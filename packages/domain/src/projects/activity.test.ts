import { describe, expect, test } from 'vitest'
import { resolveParameters } from '../clauses/parameters.ts'
import { firstClaim, motionOf, protectedUntil } from './activity.ts'

const today = '2026-11-23'
const defaults = resolveParameters([], today)

test.each([
  ['2026-11-23', 'moving', 0],
  ['2026-11-10', 'moving', 13],
  ['2026-11-09', 'stalled', 14],
  ['2026-10-25', 'stalled', 29],
  ['2026-10-24', 'long_stalled', 30],
])('二.2.1)(5) last activity on %s: %s, %d days', (on, motion, days) => {
  expect(motionOf(on, today, defaults)).toEqual({ motion, days })
})

test('§2B 报备 holds 180 days from the last activity', () => {
  expect(protectedUntil('2026-05-27', defaults)).toBe('2026-11-23')
})

describe('§2B 撞单', () => {
  const claim = (projectId: string, registeredAt: string, lastActivityOn: string) => ({
    ...{ projectId, registeredAt: new Date(registeredAt), lastActivityOn },
  })
  const early = claim('a', '2026-01-05T08:00:00Z', '2026-05-27')
  const lapsed = claim('b', '2026-01-04T08:00:00Z', '2026-05-26')
  const late = claim('c', '2026-11-01T08:00:00Z', '2026-11-20')

  test.each([
    ['the earlier one', [late, early], 'a'],
    ['not one whose protection has lapsed', [lapsed, late], 'c'],
    ['none, when none is valid', [lapsed], null],
    ['none, when there is none', [], null],
  ])('%s', (_, registrations, expected) => {
    expect(firstClaim(registrations, today, defaults)?.projectId ?? null).toBe(expected)
  })

  test('registered at the same instant, the order is always the same', () => {
    const twin = { ...early, projectId: 'z' }
    expect(firstClaim([twin, early], today, defaults)).toBe(early)
  })
})
