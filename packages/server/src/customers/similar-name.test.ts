import { describe, expect, it } from 'vitest'
import { distinctivePieces, isSimilarName } from './similar-name.ts'

describe('names that may mean one customer', () => {
  it.each([
    ['听涛县供电公司', '国网听涛县供电公司'],
    ['听涛县供电公司', '听涛供电公司'],
    ['听涛县供电公司', '听涛县供电局'],
    ['听涛县供电公司（检修）', '听涛县供电公司检修'],
    ['云澈电力物资公司', '云澈市电力物资有限公司'],
    ['听涛风力发电有限公司', '听涛风力发电（有限公司）'],
    ['听涛风力发电有限公司', '听涛风力发电有限公司（本部）'],
    ['云澈市城郊供电分公司', '云澈市(城郊)供电分公司'],
    ['听涛风力发电有限公司', '听涛风电有限公司'],
  ])('%s and %s', (one, other) => expect(isSimilarName(one, other)).toBe(true))

  it.each([
    ['听涛县供电公司', '听涛县水电站'],
    ['听涛县供电公司', '岚汀县供电公司'],
    ['青穹电厂1号机组', '青穹电厂2号机组'],
    ['电厂', '云澈电厂'],
    ['听涛县供电公司（检修试验）', '听涛县供电公司（市场营销）'],
  ])('not %s and %s', (one, other) => expect(isSimilarName(one, other)).toBe(false))

  it.each([
    ['国网听涛县供电有限公司', [['听涛']]],
    ['电力公司', [['电力']]],
    ['云澈市(城郊)供电分公司', [['云澈', '城郊'], ['云澈']]],
    ['听涛风力发电有限公司（本部）', [['听涛', '本部'], ['听涛']]],
    ['听涛风电有限公司', [['听涛']]],
  ])('candidates for %s are looked up by what is special about it', (name, pieces) =>
    expect(distinctivePieces(name)).toEqual(pieces),
  )
})
