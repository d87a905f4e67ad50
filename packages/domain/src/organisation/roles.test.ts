import { describe, expect, it } from 'vitest'
import { positionClauses, reportsTo } from './roles.ts'

describe('roles', () => {
  it('SPM, PM and OA answer to the division manager, and he to the general manager (二.2)', () => {
    expect(reportsTo).toEqual({ gm: null, dm: 'gm', spm: 'dm', pm: 'dm', oa: 'dm', adm: null })
  })

  it.each([
    ['dm', '电力事业部经理', 15],
    ['spm', '高级项目主管', 11],
    ['pm', '项目主管', 11],
    ['oa', '综合管理', 9],
  ] as const)('%s: the position %s has %i numbered duties', (role, title, duties) => {
    const [position, ...rest] = positionClauses(role)
    expect(position?.title).toBe(title)
    expect(rest).toHaveLength(duties)
  })

  it('the regulation describes neither the general manager nor the administrator', () => {
    expect(positionClauses('gm')).toEqual([])
    expect(positionClauses('adm')).toEqual([])
  })
})
