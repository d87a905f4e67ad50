import { describe, expect, it } from 'vitest'
import { conflictsOf, decidedWords, mergeWords } from './merge-drafts.ts'
import { type Words, wordsOf } from './report-draft.ts'

const line = (text: string) => ({ text, ref: null, done: null })
const words = (description: string[], issue: string | null = null): Words =>
  wordsOf({ description: description.map(line), issue })

describe('the same report in two windows', () => {
  it('takes both additions without a question', () => {
    const merged = mergeWords(words(['走访']), words(['走访', '甲甲']), words(['走访', '乙乙'], '缺人'))
    expect(conflictsOf(merged)).toEqual([])
    expect(decidedWords(merged, {})).toEqual(words(['走访', '乙乙', '甲甲'], '缺人'))
  })

  it('asks only about what both changed, and can keep both', () => {
    const merged = mergeWords(words(['走访电厂']), words(['走访水厂'], '缺人'), words(['走访热厂'], '缺车'))
    expect(conflictsOf(merged).map(({ key, mine, theirs }) => [key, mine, theirs])).toEqual([
      ['description-0', '走访水厂', '走访热厂'],
      ['issue', '缺人', '缺车'],
    ])
    expect(decidedWords(merged, { 'description-0': 'mine', issue: 'theirs' })).toEqual(
      words(['走访水厂'], '缺车'),
    )
    expect(decidedWords(merged, {})).toEqual(words(['走访水厂', '走访热厂'], '缺人\n缺车'))
  })
})
