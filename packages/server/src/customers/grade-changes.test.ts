import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const reason = '分管副总主持数字化'

async function customerRaisedToA(owner: Person) {
  const { id } = await enter(world, owner)
  await world
    .as(owner)
    .customers.changeGrade({ params: { id }, body: { to: 'A', reason, resources: '同厂合作', version: 1 } })
  return id
}

const changesOf = async (customerId: string, person: Person) =>
  (await world.as(person).grades.changes({ query: { customerId } })).items

describe('客户等级变更（§3A）', () => {
  test('a project supervisor reads those of his own customers, not those of colleagues in the region', async () => {
    const { pm, pmSameRegion, spm, dm, oa, gm } = world.people
    const id = await customerRaisedToA(pm)
    for (const person of [pm, spm, dm, oa, gm]) {
      expect(await changesOf(id, person)).toMatchObject([{ from: 'C', to: 'A', reason }])
    }
    expect(await changesOf(id, pmSameRegion)).toEqual([])
  })

  test('nor does the timeline tell a colleague about them, or why anything was done', async () => {
    const { pm, pmSameRegion, dm } = world.people
    const id = await customerRaisedToA(pm)
    await world.as(dm).customers.transfer({ body: { ids: [id], toOwnerId: null, reason: '片区调整' } })
    await world.as(dm).customers.transfer({ body: { ids: [id], toOwnerId: pm.id, reason: '调回' } })
    const timeline = async (person: Person) =>
      (await world.as(person).customers.timeline({ params: { id }, query: {} })).items.map((item) => [
        item.verb,
        item.reason,
      ])
    expect(await timeline(pm)).toEqual([
      ['customer.transferred', '调回'],
      ['customer.transferred', '片区调整'],
      ['customer.grade_changed', reason],
      ['customer.created', null],
    ])
    expect(await timeline(pmSameRegion)).toEqual([
      ['customer.transferred', null],
      ['customer.transferred', null],
      ['customer.created', null],
    ])
  })

  test('more than one within 30 days is flagged, and each month has its table of from and to (G23)', async () => {
    const { pm, dm } = world.people
    world.setNow('2026-12-01T09:00:00+08:00')
    const id = await customerRaisedToA(pm)
    world.setNow('2026-12-20T09:00:00+08:00')
    const change = (to: 'B' | 'C', version: number) =>
      world.as(pm).customers.changeGrade({ params: { id }, body: { to, reason: '预算推迟', version } })
    await change('B', 2)
    world.setNow('2027-02-01T09:00:00+08:00')
    await change('C', 3)
    expect((await changesOf(id, dm)).map(({ from, to, frequent }) => [from, to, frequent])).toEqual([
      ['B', 'C', null],
      ['A', 'B', { nth: 2, days: 30 }],
      ['C', 'A', null],
    ])
    const listed = (query: { month: string; from?: 'A' | 'C'; to?: 'A' | 'B'; frequent?: string }) =>
      world
        .as(dm)
        .grades.changes({ query })
        .then(({ items }) => items.map(({ from, to }) => [from, to]))
    const month = '2026-12'
    expect(await world.as(dm).grades.matrix({ query: { month } })).toEqual({
      month,
      days: 30,
      cells: expect.arrayContaining([
        { from: 'A', to: 'B', count: 1 },
        { from: 'C', to: 'A', count: 1 },
      ]),
      open: 2,
      frequent: 1,
    })
    expect(await listed({ month, from: 'A', to: 'B' })).toEqual([['A', 'B']])
    expect(await listed({ month, frequent: 'true' })).toEqual([['A', 'B']])
    world.setNow('2026-11-23T08:40:00+08:00')
  })

  test('one that no report carries yet goes along to the new owner', async () => {
    const { pm, pmSameRegion, dm } = world.people
    const id = await customerRaisedToA(pm)
    const open = async (person: Person) =>
      (await world.as(person).today.get()).items.filter(({ kind }) => kind === 'grade_change').length
    const before = { pm: await open(pm), pmSameRegion: await open(pmSameRegion) }
    await world
      .as(dm)
      .customers.transfer({ body: { ids: [id], toOwnerId: pmSameRegion.id, reason: '片区调整' } })
    expect(await changesOf(id, pmSameRegion)).toMatchObject([
      { owner: { name: pmSameRegion.name }, reflected: false },
    ])
    expect(await open(pm)).toBe(before.pm - 1)
    expect(await open(pmSameRegion)).toBe(before.pmSameRegion + 1)
  })
})
