import { describe, expect, it } from 'vitest'
import { isCreditCode, isDemoCreditCode } from './credit-code.ts'

describe('the unified social credit code (GB 32100-2015)', () => {
  it.each([
    ['91350100M000100Y43', true],
    ['91350100M000100Y44', false],
    ['91350100M000100Y34', false],
    ['91350100M000100Y4', false],
    ['91350100M000100Y433', false],
    ['91350100m000100y43', false],
    ['91350100O000100Y43', false],
    ['', false],
  ])('%s is accepted: %s', (code, accepted) => {
    expect(isCreditCode(code)).toBe(accepted)
  })

  it('every wrong last character is refused', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const accepted = [...alphabet].filter((last) => isCreditCode(`91350100M000100Y4${last}`))
    expect(accepted).toEqual(['3'])
  })

  it('a demo code is recognised as such and never passes for a real one', () => {
    expect(isDemoCreditCode('DEMO00000000000001')).toBe(true)
    expect(isCreditCode('DEMO00000000000001')).toBe(false)
    expect(isDemoCreditCode('DEMO1')).toBe(false)
    expect(isDemoCreditCode('91350100M000100Y43')).toBe(false)
  })
})
