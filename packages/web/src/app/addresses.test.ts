import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './search-params.ts'
import { safeTarget, signInAddress } from './sign-in-redirect.ts'

test('a view keeps its filters in the address, repeated names as lists', () => {
  const address = stringifySearch({ q: '岚汀', grade: ['A', 'B'], page: undefined, region: '' })
  expect(address).toBe('?q=%E5%B2%9A%E6%B1%80&grade=A&grade=B')
  expect(parseSearch(address)).toEqual({ q: '岚汀', grade: ['A', 'B'] })
})

test('an address without filters has no question mark', () => {
  expect(stringifySearch({ grade: [] })).toBe('')
})

test('after signing in a person is back where they were', () => {
  expect(signInAddress('/reports?day=2026-11-20')).toBe('/sign-in?target=%2Freports%3Fday%3D2026-11-20')
  expect(signInAddress('/')).toBe('/sign-in')
})

test.each([
  ['/customers?grade=A', '/customers?grade=A'],
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  [undefined, '/'],
])('the target %s leads to %s', (target, safe) => {
  expect(safeTarget(target)).toBe(safe)
})
