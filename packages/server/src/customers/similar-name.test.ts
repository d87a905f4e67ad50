import { describe, expect, it } from 'vitest'
import { distinctivePieces, isSimilarName } from './similar-name.ts'

describe('names that may mean one customer', () => {
  it.each([
    ['听涛县供电公司', '国网听涛县供电公司'],
    ['听涛县供电公司', '听涛供电公司'],
    ['听涛县供电公司', '听涛县供电局'],
    ['听涛县供电公司（检修）', '听涛县供电公司检修'],
    ['云澈电力物资公司', '云澈市电力物资有限公司'],
  ])('%s and %s', (one, other) => expect(isSimilarName(one, other)).toBe(true))

  it.each([
    ['听涛县供电公司', '听涛县水电站'],
    ['听涛县供电公司', '岚汀县供电公司'],
    ['青穹电厂1号机组', '青穹电厂2号机组'],
    ['电厂', '云澈电厂'],
  ])('not %s and %s', (one, other) => expect(isSimilarName(one, other)).toBe(false))

  it('candidates are looked up by what is special about the name', () => {
    expect(distinctivePieces('国网听涛县供电有限公司')).toEqual(['听涛'])
    expect(distinctivePieces('电力公司')).toEqual(['电力'])
  })
})
