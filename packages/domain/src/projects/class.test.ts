import { describe, expect, test } from 'vitest'
import { resolveParameters } from '../clauses/parameters.ts'
import { classOf, fenPerWan, isMajor, isSimple } from './class.ts'

const defaults = resolveParameters([], '2026-11-23')

describe('七.1 the class follows from the amount', () => {
  test.each([
    [0.01, 'small', null],
    [49.99, 'small', null],
    [50, 'medium', null],
    [100, 'medium', null],
    [100.01, 'medium', '制度未定义，按中型'],
    [200, 'medium', '制度未定义，按中型'],
    [200.01, 'large', null],
  ])('%d 万: %s', (wan, size, hint) => {
    expect(classOf(Math.round(wan * fenPerWan), defaults)).toEqual({ class: size, hint })
  })

  test('G11 a division may count what the regulation leaves open among the large', () => {
    const large = { ...defaults, 'project.gapClass': 'large' as const }
    expect(classOf(150 * fenPerWan, large)).toEqual({ class: 'large', hint: '制度未定义，按大项目' })
    expect(classOf(100 * fenPerWan, large)).toEqual({ class: 'medium', hint: null })
  })

  test('where 中型 is made to reach up to 大, nothing is left open', () => {
    const closed = { ...defaults, 'project.mediumToWan': 200 }
    expect(classOf(200 * fenPerWan, closed)).toEqual({ class: 'medium', hint: null })
  })
})

test.each([
  ['large', false, true],
  ['medium', false, false],
  ['small', true, true],
] as const)('a project of class %s, 战略 %s, is major: %s', (size, isStrategic, major) => {
  expect(isMajor({ class: size, isStrategic })).toBe(major)
})

test.each([
  ['small', false, true, true],
  ['small', true, true, false],
  ['medium', false, true, false],
  ['small', false, false, false],
] as const)('G13 class %s, 战略 %s, allowed %s: 简易流程 %s', (size, isStrategic, allowed, simple) => {
  expect(isSimple({ class: size, isStrategic }, { 'project.simpleForSmall': allowed })).toBe(simple)
})
