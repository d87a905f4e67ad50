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
  await world.as(owner).customers.changeGrade({ params: { id }, body: { to: 'A', reason, version: 1 } })
  return id
}

const changesOf = async (customerId: string, person: Person) =>
  (await world.as(person).customers.gradeChanges({ query: { customerId } })).items

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
