import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const proposed = async (person: Person, customerId?: string) =>
  (await world.as(person).grades.proposals({ query: customerId ? { customerId } : {} })).items

describe('等级建议（六(原则)③）', () => {
  test('the owner is shown what the facts suggest, and accepts it by the ordinary change', async () => {
    const { pm, spm, dm, oa, gm, pmSameRegion, pmOtherRegion } = world.people
    const customer = await enter(world, pm, { status: 'project' })
    const expected = {
      rule: 'active',
      act: 'grade',
      to: 'B',
      reason: '客户状态是项目跟进，C 级是还不重点开拓的客户',
      clause: '六.1.1)⑤',
      customer: { id: customer.id, grade: 'C', version: 1 },
    }
    for (const person of [pm, spm, dm]) expect(await proposed(person, customer.id)).toMatchObject([expected])
    for (const person of [oa, gm, pmSameRegion, pmOtherRegion])
      expect(await proposed(person, customer.id)).toEqual([])
    const body = { to: 'B' as const, reason: expected.reason, version: 1 }
    await world.as(pm).customers.changeGrade({ params: { id: customer.id }, body })
    expect(await proposed(pm, customer.id)).toEqual([])
  })

  test('three contacts in 30 days suggest more, a long silence less', async () => {
    const { pm } = world.people
    world.setNow('2026-05-01T10:00:00+08:00')
    const silent = await enter(world, pm, { grade: 'B' })
    world.setNow('2026-11-20T10:00:00+08:00')
    const active = await enter(world, pm)
    for (const hour of ['10', '11', '12']) {
      await world.as(pm).activities.record({
        body: {
          customerId: active.id,
          happenedAt: `2026-11-20T0${Number(hour) - 9}:00:00+08:00`,
          visitorIds: [pm.id],
          content: '谈方案',
          result: '认可',
          problem: '无',
        },
      })
    }
    expect(await proposed(pm, active.id)).toMatchObject([{ rule: 'active', to: 'B' }])
    expect(await proposed(pm, silent.id)).toMatchObject([
      { rule: 'silent', to: 'C', reason: '203 天没有接触，超过 B 级的 180 天' },
    ])
    expect((await proposed(pm)).map(({ customer }) => customer.id).slice(0, 1)).toEqual([silent.id])
  })

  test('a dismissed one rests for 90 days, or until the grade is another one', async () => {
    const { pm, pmSameRegion, oa, pmOtherRegion } = world.people
    world.setNow('2026-11-23T08:40:00+08:00')
    const { id } = await enter(world, pm, { status: 'cooperating' })
    expect(await proposed(pm, id)).toMatchObject([{ rule: 'deal', act: 'trade', to: 'B' }])
    const dismissal = { params: { id }, body: { rule: 'deal' as const } }
    expect((await refusal(world.as(pmSameRegion).grades.dismissProposal(dismissal))).status).toBe(403)
    expect((await refusal(world.as(oa).grades.dismissProposal(dismissal))).status).toBe(403)
    expect((await refusal(world.as(pmOtherRegion).grades.dismissProposal(dismissal))).status).toBe(404)
    await world.as(pm).grades.dismissProposal(dismissal)
    await world.as(pm).grades.dismissProposal(dismissal)
    expect(await proposed(pm, id)).toEqual([])
    const reopening = { params: { id, rule: 'deal' as const } }
    expect((await refusal(world.as(pmSameRegion).grades.reopenProposal(reopening))).status).toBe(403)
    expect((await refusal(world.as(pmOtherRegion).grades.reopenProposal(reopening))).status).toBe(404)
    await world.as(pm).grades.reopenProposal(reopening)
    expect(await proposed(pm, id)).toMatchObject([{ rule: 'deal' }])
    await world.as(pm).grades.dismissProposal(dismissal)
    world.setNow('2027-02-22T08:40:00+08:00')
    expect(await proposed(pm, id)).toMatchObject([{ rule: 'deal' }])
    world.setNow('2026-11-23T08:40:00+08:00')
    await world
      .as(pm)
      .customers.changeGrade({ params: { id }, body: { to: 'B', reason: '关系处理得比较好', version: 1 } })
    expect(await proposed(pm, id)).toMatchObject([{ rule: 'deal', to: 'B' }])
  })
})

describe('资源说明（六.1.1)④）', () => {
  test('stays with the customer, is asked once, and is not told to colleagues', async () => {
    const { pm, pmSameRegion, dm } = world.people
    const { id } = await enter(world, pm, { grade: 'A', resources: '集团有框架合作' })
    const as = (person: Person) => world.as(person).customers.get({ params: { id } })
    expect((await as(pm)).resources).toBe('集团有框架合作')
    expect((await as(pmSameRegion)).resources).toBeNull()
    const change = async (to: 'A' | 'B') =>
      world.as(pm).customers.changeGrade({
        params: { id },
        body: { to, reason: '盘点', version: (await as(pm)).version },
      })
    await change('B')
    expect((await change('A')).resources).toBe('集团有框架合作')
    const { items } = await world.as(dm).grades.changes({ query: { customerId: id } })
    expect(items.map(({ to, resources }) => [to, resources])).toEqual([
      ['A', '集团有框架合作'],
      ['B', null],
    ])
    const emptied = { params: { id }, body: { resources: '', version: (await as(pm)).version } }
    expect((await refusal(world.as(pm).customers.update(emptied))).errors?.[0]?.path).toBe('resources')
    await world
      .as(pm)
      .customers.update({ ...emptied, body: { ...emptied.body, resources: '设计院可以引荐' } })
    const timeline = await world.as(pmSameRegion).customers.timeline({ params: { id }, query: {} })
    expect(JSON.stringify(timeline.items)).not.toContain('设计院')
  })

  test('a new customer is not entered as A without it', async () => {
    const entering = enter(world, world.people.pm, { grade: 'A', resources: '' })
    expect((await refusal(entering)).errors?.[0]?.path).toBe('resources')
  })
})
