import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** A customer that was last seen so many days before 2026-11-23. */
async function leftAlone(owner: Person, grade: 'A' | 'B' | 'C', days: number): Promise<string> {
  const { id } = await enter(world, owner, { grade })
  const at = new Date(Date.parse('2026-11-23T10:00:00+08:00') - days * 86_400_000)
  await world.services.db.updateTable('customers').set({ lastActivityAt: at }).where('id', '=', id).execute()
  return id
}

const listed = async (person: Person, query: Record<string, unknown> = {}) =>
  (await world.as(person).dueVisits.list({ query })).items

describe('遗忘客户', () => {
  test('六.4.1) past the interval of its grade, the longest overdue first, page after page', async () => {
    const { pm, dm, pmSameRegion } = world.people
    const inTime = [await leftAlone(pm, 'A', 15), await leftAlone(pm, 'B', 30), await leftAlone(pm, 'C', 90)]
    const a = await leftAlone(pm, 'A', 20)
    const c = await leftAlone(pm, 'C', 120)
    const b = await leftAlone(pm, 'B', 31)
    const ofColleague = await leftAlone(pmSameRegion, 'A', 40)
    const items = await listed(pm)
    expect(items.map(({ id, daysOver }) => [id, daysOver])).toEqual([
      [c, 30],
      [a, 5],
      [b, 1],
    ])
    expect(items.map(({ id }) => id)).not.toContain(inTime[0])
    expect(items[0]).toMatchObject({ neverSeen: true, dueOn: '2026-10-24', can: { plan: true } })
    expect((await listed(dm)).map(({ id }) => id)).toEqual([c, ofColleague, a, b])
    expect((await listed(dm, { grade: ['A'], ownerId: [pm.id] })).map(({ id }) => id)).toEqual([a])
    const first = await world.as(dm).dueVisits.list({ query: { limit: 2 } })
    const second = await world.as(dm).dueVisits.list({ query: { limit: 2, cursor: first.next ?? '' } })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([c, ofColleague, a, b])
    expect(second.next).toBeNull()
  })

  test('by person and by region, as numbers that lead to those rows', async () => {
    const { dm, pm } = world.people
    const people = await world.as(dm).dueVisits.people()
    const mine = people.find(({ owner }) => owner?.id === pm.id)
    expect(mine?.grades.map(({ overdue }) => overdue)).toEqual([1, 1, 1])
    const regions = await world.as(dm).dueVisits.regions()
    const overdue = regions.flatMap(({ grades }) => grades).reduce((sum, one) => sum + one.overdue, 0)
    expect(overdue).toBe((await listed(dm)).length)
    expect(regions[0]?.region.name).toBe('云岭片区')
  })

  test('a visit is planned in one tap, stands in 今天, and is done with the next contact', async () => {
    const { pm, pmSameRegion } = world.people
    const [first] = await listed(pm)
    if (!first) throw new Error('the first test left some alone')
    const params = { id: first.id }
    await world.as(pm).dueVisits.plan({ params, body: { on: '2026-11-23' } })
    await world.as(pm).dueVisits.plan({ params, body: { on: '2026-11-23' } })
    expect((await listed(pm))[0]?.plannedOn).toBe('2026-11-23')
    const planned = async () =>
      (await world.as(pm).today.get()).items.filter(({ kind }) => kind === 'planned_visit')
    expect(await planned()).toMatchObject([{ group: 'today', title: first.name }])
    expect((await refusal(world.as(pm).dueVisits.plan({ params, body: { on: '2026-11-22' } }))).status).toBe(
      422,
    )
    expect(
      (await refusal(world.as(pmSameRegion).dueVisits.plan({ params, body: { on: null } }))).status,
    ).toBe(403)
    await world.as(pm).activities.record({
      body: {
        customerId: first.id,
        happenedAt: '2026-11-23T08:30:00+08:00',
        visitorIds: [pm.id],
        content: '看现场',
        result: '约了下次',
        problem: '无',
      },
    })
    expect(await planned()).toEqual([])
    expect((await listed(pm)).map(({ id }) => id)).not.toContain(first.id)
  })
})
