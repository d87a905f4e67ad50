import { expect, it } from 'vitest'
import { syllabifications } from './syllables.ts'

it.each([
  [
    'tingtao',
    [
      ['ting', 'tao'],
      ['ting', 'ta', 'o'],
    ],
  ],
  ['ting', [['ting'], ['tin', 'g']]],
  ['tin', [['tin'], ['ti', 'n']]],
  ['t', []],
  ['ttx', []],
  ['sh', []],
  ['an', [['an'], ['a', 'n']]],
  ['abb', []],
])('%s is cut into %o', (letters, cuts) => expect(syllabifications(letters)).toEqual(cuts))

it('several readings stand beside each other', () => {
  expect(syllabifications('xian')).toContainEqual(['xi', 'an'])
  expect(syllabifications('xian')).toContainEqual(['xian'])
  expect(syllabifications('fangan')).toContainEqual(['fang', 'an'])
  expect(syllabifications('zhuangzhuang').length).toBeLessThanOrEqual(6)
})
