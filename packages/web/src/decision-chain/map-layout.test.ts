import type { PersonOfChain } from '@zhuowei/contract/decision-chain.ts'
import { expect, test } from 'vitest'
import { keepAll, layLanes, within } from './map-layout.ts'

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

test('once somebody arranges, everybody else stays where he stood, and the lanes and question marks, too', () => {
  const people = [person('s', { level: 'senior' }), ...['a', 'b', 'c', 'd'].map((id) => person(id))]
  const relation = { id: 'r', kind: 'directs', note: null, version: 1, fromId: 's', toId: 'b' } as const
  const before = { people, relations: [relation], vacantRoles: ['decider', 'budget'] as const }
  const lanes = layLanes({ ...before, vacantRoles: [...before.vacantRoles] })
  const moved = { contactId: 'd', x: 400, y: 60 }
  const kept = keepAll(lanes, [moved])
  expect(kept).toHaveLength(5)
  const placeOf = (id: string) => kept.find(({ contactId }) => contactId === id) ?? null
  const after = layLanes({
    ...before,
    vacantRoles: [...before.vacantRoles],
    people: people.map((one) => ({ ...one, place: placeOf(one.id) })),
  })
  const view = (all: typeof lanes) =>
    all.map(({ key, y, height, people: placed, vacant }) => ({
      ...{ key, y, height, vacant },
      people: placed
        .filter((one) => one.person.id !== 'd')
        .map((one) => [one.person.id, one.x, one.y])
        .toSorted(),
    }))
  expect(view(after)).toEqual(view(lanes))
})

test('who was put by hand is not sent again when another is moved', () => {
  const lanes = layLanes(chain([person('a', { place: { x: 60, y: 60 } }), person('b')]))
  expect(keepAll(lanes, [{ contactId: 'b', x: 400, y: 50 }])).toEqual([{ contactId: 'b', x: 400, y: 50 }])
})

test('a card put at the lower edge does not make its lane grow', () => {
  const [, lane] = layLanes(chain([person('a')]))
  expect(within({ height: lane?.height ?? 0 }, { x: 900, y: 900 })).toEqual({ x: 636, y: 44 })
})
