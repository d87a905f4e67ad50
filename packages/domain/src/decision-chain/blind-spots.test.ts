import { describe, expect, test } from 'vitest'
import { resolveParameters } from '../clauses/parameters.ts'
import { blindSpots } from './blind-spots.ts'
import type { ChainPerson } from './person.ts'
import type { Relation } from './relation.ts'

const today = '2026-11-23'
const parameters = resolveParameters([], today)

const whole: ChainPerson = {
  id: 'whole',
  name: '沈知白',
  level: 'middle',
  personKind: 'manager',
  purchaseRoles: ['decider', 'influencer', 'specifier', 'terms', 'timing', 'budget'],
  relationship: 'familiar',
  attitude: 'support',
  lastContactOn: '2026-11-20',
  objection: null,
  countermeasure: null,
}
const second: ChainPerson = {
  ...whole,
  id: 'second',
  name: '顾南乔',
  purchaseRoles: [],
  attitude: 'neutral',
  lastContactOn: '2026-11-05',
}

const titles = (people: ChainPerson[], relations: Relation[] = []) =>
  blindSpots({ people, relations }, today, parameters).map(({ title }) => title)

test('a chain that is known, met and supported has no blind spot', () => {
  expect(titles([whole, second])).toEqual([])
  expect(titles([])).toEqual([])
})

describe('六.4.4) a 决策人 who is not met for 45 days', () => {
  test.each([
    ['2026-10-10', [], '44 days'],
    ['2026-10-09', ['决策人沈知白 45 天没有接触'], '45 days'],
    ['2026-08-01', ['决策人沈知白 114 天没有接触'], 'longer'],
    [null, ['决策人沈知白还没有接触过'], 'never'],
  ] as const)('last met %s: %j (%s)', (lastContactOn, expected, _why) => {
    expect(titles([{ ...whole, lastContactOn }, second, { ...second, id: 'third' }])).toEqual(expected)
  })
})

describe('六.3.1)③ a role that nobody has', () => {
  test.each([
    [['decider', 'influencer', 'specifier', 'timing', 'budget'], ['没有人担任“合同条款”']],
    [['decider', 'influencer', 'specifier', 'timing', 'user'], ['还不知道谁担任“合同条款”“预算”']],
  ] as const)('%j', (purchaseRoles, expected) => {
    expect(titles([{ ...whole, purchaseRoles }, second])).toEqual(expected)
  })

  test('is urgent when it is the decision itself', () => {
    const people: ChainPerson[] = [{ ...whole, purchaseRoles: ['influencer'] }, second]
    const [spot] = blindSpots({ people, relations: [] }, today, parameters)
    expect(spot).toMatchObject({ kind: 'role_vacant', urgent: true, why: '6 个角色还空 5 个。' })
  })
})

describe('六.4.4) one line, no supporter, an opponent without an answer', () => {
  test('the contacts of 90 days went all through one person', () => {
    expect(titles([whole, { ...second, lastContactOn: '2026-08-24' }])).toEqual(['只有沈知白一条线'])
    expect(titles([whole, { ...second, lastContactOn: '2026-08-25' }])).toEqual([])
    expect(titles([whole])).toEqual(['只有沈知白一条线'])
  })

  test('nobody is on our side', () => {
    expect(titles([{ ...whole, attitude: 'neutral' }, second])).toEqual(['没有支持者'])
  })

  test('an opponent is answered, or named with whom he can reach and why he is against us', () => {
    const against: ChainPerson = { ...second, attitude: 'oppose', objection: '担心停机窗口' }
    const relation: Relation = { fromId: 'second', toId: 'whole', kind: 'close', note: null }
    const [spot] = blindSpots({ people: [whole, against], relations: [relation] }, today, parameters)
    expect(spot).toMatchObject({ title: '反对者顾南乔还没有对策', personId: 'second' })
    expect(spot?.why).toMatch(/^能影响沈知白（决策人、.*。反对理由：担心停机窗口$/)
    expect(titles([whole, { ...against, countermeasure: '先做一次夜间演练' }])).toEqual([])
  })
})

test('六.3.1)① a 使用人员 whom nobody has met is named, with who can introduce us', () => {
  const user: ChainPerson = {
    ...second,
    id: 'user',
    name: '叶疏桐',
    level: 'base',
    personKind: 'user',
    relationship: 'none',
    lastContactOn: null,
  }
  const relation: Relation = { fromId: 'second', toId: 'user', kind: 'superior', note: null }
  const [spot] = blindSpots({ people: [whole, second, user], relations: [relation] }, today, parameters)
  expect(spot).toMatchObject({ title: '基层叶疏桐未接触', why: '他是使用人员，可请顾南乔引荐。' })
})
