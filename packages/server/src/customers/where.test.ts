import type { Where } from '@zhuowei/contract/customer-conditions.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const { pm, pmSameRegion, pmOtherRegion } = world.people
  world.setNow('2026-09-01T10:00:00+08:00')
  await enter(world, pm, { name: '听涛县供电公司', grade: 'A', city: '岚汀' })
  world.setNow('2026-11-09T00:00:00+08:00')
  await enter(world, pm, { name: '云澈热电厂', grade: 'B', status: 'project' })
  world.setNow('2026-11-22T10:00:00+08:00')
  await enter(world, pmSameRegion, { name: '听雪风电场', tradeStatus: 'traded', city: '岚汀' })
  await enter(world, pmOtherRegion, { name: '澜庭县供电公司' })
  world.setNow('2026-11-23T08:40:00+08:00')
})
afterAll(() => world.close())

type Group = Where['groups'][number]
const one = (...items: Group['items']): Where => ({ join: 'and', groups: [{ join: 'and', items }] })
const found = async (person: Person, where: Where) =>
  (
    await world
      .as(person)
      .customers.list({ query: { where: JSON.stringify(where), sort: 'created', direction: 'asc' } })
  ).items.map(({ name }) => name)

describe('条件', () => {
  test.each<[string, Where, string[]]>([
    [
      'grade is A or B',
      one({ field: 'grade', op: 'in', value: ['A', 'B'] }),
      ['听涛县供电公司', '云澈热电厂', '听雪风电场'],
    ],
    [
      'grade is not A',
      one({ field: 'grade', op: 'notIn', value: ['A'] }),
      ['云澈热电厂', '听雪风电场', '澜庭县供电公司'],
    ],
    [
      'city does not contain 岚, blank ones too',
      one({ field: 'city', op: 'notContains', value: '岚' }),
      ['云澈热电厂', '澜庭县供电公司'],
    ],
    [
      '14 days silent at least',
      one({ field: 'silentDays', op: 'atLeast', value: 14 }),
      ['听涛县供电公司', '云澈热电厂'],
    ],
    ['15 days silent at least', one({ field: 'silentDays', op: 'atLeast', value: 15 }), ['听涛县供电公司']],
    [
      '14 days silent at most',
      one({ field: 'silentDays', op: 'atMost', value: 14 }),
      ['云澈热电厂', '听雪风电场', '澜庭县供电公司'],
    ],
    ['without a next step', one({ field: 'nextStep', op: 'in', value: ['planned', 'overdue'] }), []],
    ['no % or quote is special', one({ field: 'name', op: 'contains', value: "%' or true --" }), []],
    [
      'groups by 或者, inside them 并且',
      {
        join: 'or',
        groups: [
          {
            join: 'and',
            items: [
              { field: 'grade', op: 'in', value: ['A'] },
              { field: 'city', op: 'contains', value: '岚汀' },
            ],
          },
          { join: 'and', items: [{ field: 'tradeStatus', op: 'in', value: ['traded'] }] },
        ],
      },
      ['听涛县供电公司', '听雪风电场'],
    ],
    [
      'groups by 并且, inside them 或者',
      {
        join: 'and',
        groups: [
          {
            join: 'or',
            items: [
              { field: 'grade', op: 'in', value: ['A'] },
              { field: 'status', op: 'in', value: ['project'] },
            ],
          },
          { join: 'and', items: [{ field: 'createdDays', op: 'atMost', value: 30 }] },
        ],
      },
      ['云澈热电厂'],
    ],
  ])('%s', async (_, where, names) => {
    expect(await found(world.people.dm, where)).toEqual(names)
  })

  test('stay inside the scope, are counted alike, and a command on all of them takes the same rows', async () => {
    const { pm, pmOtherRegion } = world.people
    const wide: Where = {
      join: 'or',
      groups: [
        one({ field: 'silentDays', op: 'atLeast', value: 0 }),
        one({ field: 'silentDays', op: 'atMost', value: 0 }),
      ].flatMap(({ groups }) => groups),
    }
    expect(await found(pmOtherRegion, wide)).toEqual(['澜庭县供电公司'])
    const query = { where: JSON.stringify(one({ field: 'grade', op: 'in', value: ['B'] })) }
    expect((await world.as(pm).customers.summary({ query })).total).toBe(2)
    const preview = await world.as(pm).bulk.preview({ body: { kind: 'status', matching: query, to: 'lost' } })
    expect(preview).toMatchObject({ changed: 1, skipped: [{ count: 1 }] })
  })

  test('a colleague’s next step and form are not found out by filtering (§3A)', async () => {
    const { pm, spm } = world.people
    const none = one({ field: 'nextStep', op: 'in', value: ['none'] })
    expect(await found(spm, none)).toHaveLength(3)
    expect(await found(pm, none)).toEqual(['听涛县供电公司', '云澈热电厂'])
    expect(await found(pm, one({ field: 'formCompleteness', op: 'atMost', value: 100 }))).toHaveLength(2)
  })

  test.each([
    '{',
    '{}',
    JSON.stringify(one()),
    JSON.stringify({
      join: 'and',
      groups: [{ join: 'and', items: [{ field: 'phone', op: 'contains', value: '199' }] }],
    }),
    JSON.stringify({
      join: 'and',
      groups: [{ join: 'and', items: [{ field: 'grade', op: 'or true', value: ['A'] }] }],
    }),
  ])('%s is a wrong input', async (where) => {
    expect((await refusal(world.as(world.people.dm).customers.list({ query: { where } }))).status).toBe(422)
  })
})
