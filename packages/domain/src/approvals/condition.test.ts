import { expect, test } from 'vitest'
import { type ApprovalFacts, type Condition, isMetBy, wordsOf } from './condition.ts'

const wan = (amount: number) => Math.round(amount * 1_000_000)
const above50: Condition = { measure: 'amountFen', is: 'above', value: wan(50) }
const from50: Condition = { measure: 'amountFen', is: 'atLeast', value: wan(50) }
const below10: Condition = { measure: 'marginBasisPoints', is: 'below', value: 1000 }
const atMost2: Condition = { measure: 'days', is: 'atMost', value: 2 }

test.each<[string, Condition, ApprovalFacts, boolean]>([
  ['49.99 万 is not above 50', above50, { amountFen: wan(49.99) }, false],
  ['50 万 is not above 50', above50, { amountFen: wan(50) }, false],
  ['one fen more is', above50, { amountFen: wan(50) + 1 }, true],
  ['50 万 is at least 50', from50, { amountFen: wan(50) }, true],
  ['49.99 万 is not', from50, { amountFen: wan(49.99) }, false],
  ['9.99 % is below 10 %', below10, { marginBasisPoints: 999 }, true],
  ['10 % is not', below10, { marginBasisPoints: 1000 }, false],
  ['a loss is', below10, { marginBasisPoints: -50 }, true],
  ['two days are at most two', atMost2, { days: 2 }, true],
  ['half a day more is not', atMost2, { days: 2.5 }, false],
  ['a class of the list', { classes: ['large', 'medium'] }, { projectClass: 'medium' }, true],
  ['a class beside it', { classes: ['large'] }, { projectClass: 'medium' }, false],
  ['a region of the list', { regionIds: ['yl'] }, { regionId: 'yl' }, true],
  ['another region', { regionIds: ['yl'] }, { regionId: 'lh' }, false],
  ['the flag', { flag: 'strategic' }, { strategic: true }, true],
  ['without the flag', { flag: 'strategic' }, { strategic: false }, false],
  ['both of two', { all: [above50, below10] }, { amountFen: wan(60), marginBasisPoints: 1200 }, false],
  ['one of two', { any: [above50, below10] }, { amountFen: wan(60), marginBasisPoints: 1200 }, true],
  ['what is not said counts as met', below10, {}, true],
  ['an unknown flag, too', { flag: 'nonStandard' }, {}, true],
])('%s', (_, condition, facts, met) => {
  expect(isMetBy(condition, facts)).toBe(met)
})

test('a condition reads as a sentence', () => {
  expect(wordsOf({ any: [{ classes: ['large'] }, { flag: 'strategic' }] })).toBe('大项目或战略项目')
  expect(wordsOf({ all: [above50, { any: [below10, { regionIds: ['yl'] }] }] }, () => '云岭片区')).toBe(
    '金额超过 50 万元并且（毛利率低于 10%或云岭片区）',
  )
  expect(wordsOf(atMost2)).toBe('天数不超过 2 天')
})
