import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('a command on selected rows', () => {
  test('changes what may change and tells what it left alone', async () => {
    const { pm, pmSameRegion, pmOtherRegion } = world.people
    const [own, traded, colleagues, elsewhere] = [
      await enter(world, pm),
      await enter(world, pm, { tradeStatus: 'traded', grade: 'A' }),
      await enter(world, pmSameRegion),
      await enter(world, pmOtherRegion),
    ]
    const ids = [own.id, traded.id, colleagues.id, elsewhere.id]
    const outcome = await world.as(pm).customers.changeGrades({ body: { ids, to: 'B', reason: '季度盘点' } })
    expect(outcome).toMatchObject({
      changed: 2,
      skipped: [
        {
          reason: '客户等级由客户负责人、片区高级项目主管或部门经理调整',
          count: 1,
          customers: [{ id: colleagues.id, name: colleagues.name }],
        },
      ],
    })
    const status = await world
      .as(pm)
      .customers.changeStatuses({ body: { ids: [own.id, traded.id], to: 'dormant' } })
    expect(status).toMatchObject({ changed: 2, skipped: [] })
    const grades = await world.as(pm).customers.changeGrades({ body: { ids, to: 'C', reason: '季度盘点' } })
    expect(grades.skipped.map((one) => one.reason)).toContain('交易客户只分 A、B 级，不能设为 C 级。')
  })

  test('everything that fits the conditions of a list, without naming the rows', async () => {
    const { dm, pm, pmSameRegion, pmOtherRegion } = world.people
    const city = '沧屿市'
    const own = await enter(world, pm, { city })
    const colleagues = await enter(world, pmSameRegion, { city })
    const elsewhere = await enter(world, pmOtherRegion, { city })
    await enter(world, pm, { city: '别处' })
    const matching = { city: [city] }
    const outcome = await world.as(pm).customers.changeStatuses({ body: { matching, to: 'dormant' } })
    expect(outcome).toMatchObject({ changed: 1, skipped: [{ count: 1, customers: [{ id: colleagues.id }] }] })
    const narrowed = await world.as(dm).customers.changeGrades({
      body: {
        matching: { ...matching, status: ['dormant'] },
        to: 'A',
        reason: '盘点',
        resources: '同厂合作',
      },
    })
    expect(narrowed).toMatchObject({ changed: 1, skipped: [] })
    const moved = await world
      .as(dm)
      .customers.transfer({ body: { matching, toOwnerId: pmSameRegion.id, reason: '片区调整' } })
    expect(moved).toMatchObject({ changed: 1, skipped: [{ count: 1 }, { count: 1 }] })
    expect(moved.skipped.map((one) => [one.reason, one.customers[0]?.id]).toSorted()).toEqual([
      ['澜海片区不归瓦澜，接不了', elsewhere.id],
      ['负责人没有变化', colleagues.id],
    ])
    expect((await world.as(dm).customers.get({ params: { id: own.id } })).owner?.name).toBe('瓦澜')
    const nothing = world
      .as(dm)
      .customers.changeStatuses({ body: { matching: { city: ['无'] }, to: 'lost' } })
    expect((await refusal(nothing)).status).toBe(404)
    const both = { ids: [own.id], matching, to: 'lost' as const }
    expect((await refusal(world.as(dm).customers.changeStatuses({ body: both }))).status).toBe(422)
  })

  test('the manager is told once of many grades, not of each', async () => {
    const { dm, pm } = world.people
    const ids = [(await enter(world, pm)).id, (await enter(world, pm)).id]
    await world.as(pm).customers.changeGrades({ body: { ids, to: 'B', reason: '季度盘点' } })
    const titles = (await world.as(dm).notifications.list()).items.map((one) => one.title)
    expect(titles[0]).toBe('焦尔把2 家客户改为 B 级')
    expect(titles[1]).not.toContain('改为 B 级')
  })

  test('nothing of it in sight is 404, nothing of it allowed is 403, none or too many is a wrong input', async () => {
    const { pm, pmSameRegion, pmOtherRegion } = world.people
    const { id } = await enter(world, pm)
    const body = { ids: [id], to: 'A' as const, reason: '盘点', resources: '同厂合作' }
    expect((await refusal(world.as(pmOtherRegion).customers.changeGrades({ body }))).status).toBe(404)
    expect((await refusal(world.as(pmSameRegion).customers.changeGrades({ body }))).status).toBe(403)
    expect(
      (await refusal(world.as(pm).customers.changeGrades({ body: { ...body, ids: [] } }))).errors,
    ).toEqual([{ path: 'ids', message: '请先选择客户' }])
  })
})
