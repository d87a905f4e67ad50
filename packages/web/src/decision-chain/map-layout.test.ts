import type { PersonOfChain } from '@zhuowei/contract/decision-chain.ts'
import { expect, test } from 'vitest'
import { layLanes } from './map-layout.ts'

const person = (id: string, more: Partial<PersonOfChain> = {}): PersonOfChain => ({
  ...{ id, name: id, position: '主任', department: null, personKind: null, purchaseRoles: [] },
  ...{ level: 'middle', relationship: 'none', attitude: 'unknown', objection: null, countermeasure: null },
  ...{ version: 1, lastContactOn: null, lastContactBy: null, place: null },
  ...more,
})
const chain = (people: PersonOfChain[]) => ({ people, relations: [], vacantRoles: [] })

test('everybody stands in the lane of his level, and who has none in a lane of its own', () => {
  const lanes = layLanes(chain([person('a', { level: 'base' }), person('b'), person('c', { level: null })]))
  expect(lanes.map(({ key, people }) => [key, people.map((one) => one.person.id)])).toEqual([
    ['senior', []],
    ['middle', ['b']],
    ['base', ['a']],
    ['unknown', ['c']],
  ])
  expect(lanes.map(({ y }) => y)).toEqual([0, 152, 304, 456])
})

test('the fourth in a lane begins a second row, and the lane grows', () => {
  const lanes = layLanes(chain([person('a'), person('b'), person('c'), person('d')]))
  expect(lanes[1]?.people.map(({ x, y }) => [x, y])).toEqual([
    [24, 44],
    [318, 44],
    [612, 44],
    [24, 176],
  ])
  expect(lanes[1]?.height).toBe(284)
})

test('a card that was put by hand stays there, and no other is laid on it', () => {
  const lanes = layLanes(chain([person('a'), person('b', { place: { x: 60, y: 60 } })]))
  expect(lanes[1]?.people.map(({ person: { id }, x, y }) => [id, x, y])).toEqual([
    ['a', 318, 44],
    ['b', 60, 60],
  ])
})

test('who directs two people stands between them', () => {
  const people = [person('above', { level: 'senior' }), person('one'), person('two')]
  const relation = { kind: 'directs', note: null, version: 1, fromId: 'above' } as const
  const relations = [
    { ...relation, id: 'r1', toId: 'one' },
    { ...relation, id: 'r2', toId: 'two' },
  ]
  const [senior, middle] = layLanes({ people, relations, vacantRoles: [] })
  expect(middle?.people.map(({ x }) => x)).toEqual([24, 318])
  expect(senior?.people.map(({ x }) => x)).toEqual([171])
})

test('who is directed from above stands near the one who directs', () => {
  const people = [
    person('left', { level: 'senior', purchaseRoles: ['decider'] }),
    person('right', { level: 'senior' }),
    person('of-right'),
    person('of-left'),
  ]
  const relation = { id: 'r', kind: 'directs', note: null, version: 1 } as const
  const relations = [
    { ...relation, fromId: 'right', toId: 'of-right' },
    { ...relation, fromId: 'left', toId: 'of-left' },
  ]
  const [, middle] = layLanes({ people, relations, vacantRoles: [] })
  expect(middle?.people.map((one) => one.person.id)).toEqual(['of-left', 'of-right'])
})

test('六.3.1)③ roles that nobody has are cards with a question mark: the decision above, the others in the middle', () => {
  const lanes = layLanes({
    people: [person('a')],
    relations: [],
    vacantRoles: ['decider', 'terms', 'budget'],
  })
  expect(lanes.map(({ vacant }) => vacant?.roles)).toEqual([['decider'], ['terms', 'budget'], undefined])
})
