import { expect, test } from 'vitest'
import { resolveParameters } from '../clauses/parameters.ts'
import { relationshipStanding } from './standing.ts'

const parameters = resolveParameters([], '2026-11-23')

test.each([
  ['middle', 'familiar', 50, true, 'the first level and the first per cent that count'],
  ['senior', 'partner', 100, true, 'above the middle counts too'],
  ['middle', 'acquainted', 100, false, '认识 is not 熟识'],
  ['base', 'partner', 100, false, '基层 is not 中层'],
  [null, 'partner', 100, false, 'a level that is not known does not count'],
  ['middle', 'familiar', 40, false, '一定信息量 is missing'],
] as const)('六.4.2) 关系已建立: %s at %s, form %i%% → %s (%s)', (level, relationship, form, built, _why) => {
  expect(relationshipStanding([{ level, relationship }], form, parameters).built).toBe(built)
})
