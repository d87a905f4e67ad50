import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayName, isName, normaliseName } from './name.ts'

describe('two spellings of one customer', () => {
  it.each([
    ['听涛县供电公司（检修）', '听涛县供电公司(检修)'],
    ['听涛县供电公司【检修】', '听涛县供电公司〔检修〕'],
    ['听涛县供电公司', ' 听涛县 供电公司　'],
    ['听涛县供电公司', '听涛县供电有限公司'],
    ['听涛县供电有限责任公司', '听涛县供电股份有限公司'],
    ['澜海电力集团有限公司', '澜海电力（集团）有限责任公司'],
    ['澜海电力集团', '澜海电力集团公司'],
    ['ＡＢＢ电力２号站', 'abb电力2号站'],
    ['云澈·市供电公司', '云澈市供电公司'],
    ['归帆海上风电（有限公司）', '归帆海上风电有限公司'],
    ['归帆海上风电（股份有限公司）', '归帆海上风电'],
  ])('%s is %s', (one, other) => {
    expect(normaliseName(one)).toBe(normaliseName(other))
  })

  it.each([
    ['澜海电力集团有限公司', '澜海电力有限公司'],
    ['听涛县供电公司', '岚汀市供电公司'],
    ['听涛县供电分公司', '听涛县供电公司'],
    ['青穹电厂1号机组', '青穹电厂2号机组'],
  ])('%s is not %s', (one, other) => {
    expect(normaliseName(one)).not.toBe(normaliseName(other))
  })

  it('a name that is nothing but a legal form keeps a key', () => {
    expect(normaliseName('有限公司')).toBe('有限公司')
  })

  it('spaces and width never change the key', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'听涛县供电公司AB12（）')), (characters) => {
        const name = characters.join('')
        expect(normaliseName(characters.join(' '))).toBe(normaliseName(name))
        expect(normaliseName(name.normalize('NFKC'))).toBe(normaliseName(name))
      }),
    )
  })
})

it('a shown name is tidy but keeps its own brackets', () => {
  expect(displayName('  听涛县供电公司（２号 站）　ＡＢＢ ')).toBe('听涛县供电公司（2号 站） ABB')
})

it.each([
  ['听涛县供电公司', true],
  ['ABB', true],
  ['3M', true],
  ['😀😀😀', false],
  ['123', false],
  ['——（）', false],
  ['', false],
])('%s is a name: %s', (text, expected) => {
  expect(isName(text)).toBe(expected)
})
