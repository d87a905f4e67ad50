import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryGrams, searchGrams } from './search.ts'

describe('search by two characters', () => {
  it.each([
    ['听涛县', ['听涛', '涛县']],
    ['ABB', ['ab', 'bb']],
    ['ＡＢ１', ['ab', 'b1']],
    ['听涛 ttx', ['听涛', 'tt', 'tx']],
    ['听涛2号站', ['听涛', '号站']],
    ['听涛听涛', ['听涛', '涛听']],
    ['听', []],
    ['', []],
  ])('%s becomes %o', (text, grams) => {
    expect(searchGrams([text])).toEqual(grams)
  })

  it('several texts share one set of pieces', () => {
    expect(searchGrams(['听涛', 'tt', '听涛'])).toEqual(['听涛', 'tt'])
  })

  it('any part of a name finds the name', () => {
    const character = fc.constantFrom(...'听涛县供电公司abC12（）- ')
    fc.assert(
      fc.property(fc.array(character, { maxLength: 20 }), fc.nat(20), fc.nat(20), (name, one, other) => {
        const [start, end] = one < other ? [one, other] : [other, one]
        const indexed = searchGrams([name.join('')])
        for (const gram of queryGrams(name.slice(start, end).join(''))) expect(indexed).toContain(gram)
      }),
    )
  })
})
