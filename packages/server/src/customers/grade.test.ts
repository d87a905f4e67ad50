import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

const resources = '省公司信通处可以支持'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('客户等级（六.1）', () => {
  test('the owner changes it with a reason, and the manager is told', async () => {
    const { pm, dm } = world.people
    const { id, name } = await enter(world, pm)
    const body = { to: 'A' as const, reason: '省公司推荐的重点项目', resources, version: 1 }
    const changed = await world.as(pm).customers.changeGrade({ params: { id }, body })
    expect(changed).toMatchObject({ grade: 'A', version: 2 })
    expect((await world.as(dm).notifications.list()).items[0]).toMatchObject({
      title: `焦尔把${name}由 C 级改为 A 级`,
      body: '省公司推荐的重点项目',
    })
    await world
      .as(pm)
      .customers.changeGrade({ params: { id }, body: { to: 'B', reason: '项目推迟', version: 2 } })
    expect((await world.as(dm).notifications.list()).items[0]?.body).toBe('项目推迟（30 天内第 2 次调整）')
    const { items } = await world.as(pm).grades.changes({ query: { customerId: id } })
    expect(items.map(({ from, to, reflected }) => [from, to, reflected])).toEqual([
      ['A', 'B', false],
      ['C', 'A', false],
    ])
  })

  test.each([
    [{ to: 'C' as const, reason: '看错了' }, 'to', '客户已经是 C 级，没有变化。'],
    [{ to: 'A' as const, reason: ' ', resources }, 'reason', '请填写等级变化的理由，它会写入工作汇报。'],
    [
      { to: 'A' as const, reason: '重点跟进' },
      'resources',
      'A 级客户请写明资源说明：公司或者个人有哪些资源可以辅助市场开拓。',
    ],
  ])('%o is refused', async (change, path, message) => {
    const { id } = await enter(world, world.people.pm)
    const problem = await refusal(
      world.as(world.people.pm).customers.changeGrade({ params: { id }, body: { ...change, version: 1 } }),
    )
    expect(problem.errors).toEqual([{ path, message }])
  })

  test('a traded customer is never set to C', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm, { tradeStatus: 'traded', grade: 'A' })
    const body = { to: 'C' as const, reason: '不在重点区域', version: 1 }
    const problem = await refusal(world.as(pm).customers.changeGrade({ params: { id }, body }))
    expect(problem.errors).toEqual([{ path: 'to', message: '交易客户只分 A、B 级，不能设为 C 级。' }])
    expect(problem.facts).toMatchObject({ reasons: [{ clause: '六.1.1)②' }] })
  })

  test('the clerk and the colleague see the grade and cannot change it', async () => {
    const { pm, oa, pmSameRegion } = world.people
    const { id } = await enter(world, pm)
    const call = { params: { id }, body: { to: 'A' as const, reason: '重点', resources, version: 1 } }
    for (const person of [oa, pmSameRegion]) {
      expect((await refusal(world.as(person).customers.changeGrade(call))).status).toBe(403)
    }
  })

  test('the first deal lifts C to B after a confirmation, and only the manager takes the trade back', async () => {
    const { pm, dm } = world.people
    const { id } = await enter(world, pm)
    const deal = { params: { id }, body: { reason: '2024 年采购过交换机', version: 1 } }
    const question = await refusal(world.as(pm).customers.markTraded(deal))
    expect(question.errors).toEqual([
      { path: 'confirmGradeB', message: '交易客户只分 A、B 级，确认后客户等级由 C 级改为 B 级。' },
    ])
    const traded = await world
      .as(pm)
      .customers.markTraded({ ...deal, body: { ...deal.body, confirmGradeB: true } })
    expect(traded).toMatchObject({ tradeStatus: 'traded', grade: 'B', can: { markTraded: false } })
    const back = { params: { id }, body: { reason: '合同作废', version: traded.version } }
    expect((await refusal(world.as(pm).customers.revertTrade(back))).status).toBe(403)
    expect(await world.as(dm).customers.revertTrade(back)).toMatchObject({
      tradeStatus: 'untraded',
      grade: 'B',
    })
  })
})
