import { describe, expect, it } from 'vitest'
import { resolveParameters } from '../clauses/parameters.ts'
import { clauseById } from '../clauses/regulation-text.ts'
import { confirmedAfterChange, isStale, itCategoryLabel, type Maintenance, maintenanceOn } from './fact.ts'

const today = '2026-11-23'
const standard = resolveParameters([], today)

describe('the headings of 信息化状况 are those of the text (六.3.1)②)', () => {
  const { other: _, ...prescribed } = itCategoryLabel
  it.each(Object.values(prescribed))('%s', (heading) => {
    expect(clauseById('六.3.1)②').text).toContain(heading)
  })
})

describe('a fact goes stale after 180 days (六.3.1)①, background.freshDays)', () => {
  it.each<[string, boolean]>([
    ['2026-11-23', false],
    ['2026-05-27', false],
    ['2026-05-26', true],
    ['2020-01-01', true],
  ])('last confirmed on %s: %s', (confirmedOn, stale) => {
    expect(isStale(confirmedOn, today, standard)).toBe(stale)
  })

  it('the manager may ask for it more often', () => {
    const often = resolveParameters([{ key: 'background.freshDays', value: 30, effectiveFrom: today }], today)
    expect(isStale('2026-10-24', today, often)).toBe(false)
    expect(isStale('2026-10-23', today, often)).toBe(true)
  })
})

describe('maintenance is announced 90 days before it ends (六.3.1)②, background.replacementDays)', () => {
  it.each<[string, Maintenance]>([
    ['2026-11-22', 'ended'],
    ['2026-11-23', 'ending'],
    ['2027-02-21', 'ending'],
    ['2027-02-22', 'running'],
  ])('until %s: %s', (endsOn, expected) => {
    expect(maintenanceOn(endsOn, today, standard)).toBe(expected)
  })
})

describe('what a correction does to the age of a fact', () => {
  const held = { learnedOn: '2026-03-02', confirmedOn: '2026-09-01' }
  it.each<[string, string, string]>([
    ['only a word is corrected', '2026-03-02', '2026-09-01'],
    ['it was learned anew', '2026-11-20', '2026-11-20'],
    ['the day was wrong', '2026-02-02', '2026-02-02'],
  ])('%s', (_, learnedOn, confirmedOn) => {
    expect(confirmedAfterChange(held, learnedOn)).toBe(confirmedOn)
  })
})
