import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('修改客户资料', () => {
  test('only what was changed changes, and the timeline says what', async () => {
    const { pm } = world.people
    const before = await enter(world, pm, { city: '岚汀', remarks: '老客户' })
    world.setNow('2026-11-24T10:00:00+08:00')
    const after = await world.as(pm).customers.update({
      params: { id: before.id },
      body: { version: 1, status: 'project', website: 'https://example.com', city: '' },
    })
    expect(after).toMatchObject({
      status: 'project',
      statusSince: '2026-11-24T02:00:00.000Z',
      gradeSince: before.gradeSince,
      website: 'https://example.com',
      city: null,
      remarks: '老客户',
      version: 2,
    })
    const { items } = await world.as(pm).customers.timeline({ params: { id: before.id }, query: {} })
    expect(items[0]).toMatchObject({
      verb: 'customer.status_changed',
      summary: '客户状态由接触中改为项目跟进，并修改了城市、网站',
      changes: [
        { label: '客户状态', from: '接触中', to: '项目跟进' },
        { label: '城市', from: '岚汀', to: null },
        { label: '网站', from: null, to: 'https://example.com' },
      ],
    })
    world.setNow('2026-11-23T08:40:00+08:00')
  })

  test('the same values again change nothing and are no event', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm, { city: '岚汀' })
    const again = await world.as(pm).customers.update({ params: { id }, body: { version: 1, city: '岚汀' } })
    expect(again.version).toBe(1)
    const { items } = await world.as(pm).customers.timeline({ params: { id }, query: {} })
    expect(items).toHaveLength(1)
  })

  test('two people at once: the later one sees both versions instead of overwriting', async () => {
    const { pm, oa } = world.people
    const { id } = await enter(world, pm)
    await world.as(oa).customers.update({ params: { id }, body: { version: 1, address: '云澈市一号路' } })
    const problem = await refusal(
      world.as(pm).customers.update({ params: { id }, body: { version: 1, address: '云澈市二号路' } }),
    )
    expect(problem).toMatchObject({
      status: 409,
      code: 'version_conflict',
      facts: {
        current: { address: '云澈市一号路', version: 2, updatedBy: { name: '亨礼' } },
        yours: { address: '云澈市二号路', version: 1 },
      },
    })
  })

  test("a colleague's customer can be seen but not changed, another region's is not there", async () => {
    const { pm, pmSameRegion, pmOtherRegion, gm } = world.people
    const { id } = await enter(world, pm)
    const change = { params: { id }, body: { version: 1, city: '岚汀' } }
    expect(await refusal(world.as(pmSameRegion).customers.update(change))).toMatchObject({
      status: 403,
      detail: '这家客户由同事负责，您只能查看',
    })
    expect((await refusal(world.as(pmOtherRegion).customers.update(change))).status).toBe(404)
    expect((await refusal(world.as(gm).customers.update(change))).status).toBe(403)
    expect((await refusal(world.as(null).customers.update(change))).status).toBe(401)
  })

  test('a new name is searched by at once and may not be that of another customer', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm, { name: '扶摇县供电公司', contactName: '江予安' })
    await enter(world, pm, { name: '青穹县供电公司' })
    await world.as(pm).customers.update({ params: { id }, body: { version: 1, name: '扶摇直上电厂' } })
    const found = async (q: string) =>
      (await world.as(pm).customers.list({ query: { q } })).items.map((one) => one.name)
    expect(await found('直上')).toEqual(['扶摇直上电厂'])
    expect(await found('jya')).toEqual(['扶摇直上电厂'])
    expect(await found('扶摇县')).toEqual([])
    const taken = await refusal(
      world.as(pm).customers.update({ params: { id }, body: { version: 2, name: '青穹县供电有限公司' } }),
    )
    expect(taken.errors).toEqual([{ path: 'name', message: '已有同名客户，由焦尔负责' }])
  })
})

describe('上级单位', () => {
  test('a chain up and the children below, but never in a circle', async () => {
    const { pm } = world.people
    const [top, middle, low] = [await enter(world, pm), await enter(world, pm), await enter(world, pm)]
    const setParent = async (id: string, parentId: string | null, version: number) =>
      world.as(pm).customers.update({ params: { id }, body: { version, parentId } })
    await setParent(middle.id, top.id, 1)
    expect((await setParent(low.id, middle.id, 1)).parent).toEqual({ id: middle.id, name: middle.name })
    expect(await world.as(pm).customers.tree({ params: { id: middle.id } })).toMatchObject({
      ancestors: [{ id: top.id }],
      children: [{ id: low.id, ownerName: '焦尔' }],
    })
    expect(
      (await world.as(pm).customers.tree({ params: { id: low.id } })).ancestors.map((one) => one.id),
    ).toEqual([top.id, middle.id])
    expect((await world.as(pm).customers.list({ query: { parentId: middle.id } })).items).toHaveLength(1)
    const circle = await refusal(setParent(top.id, low.id, 1))
    expect(circle.errors).toEqual([
      { path: 'parentId', message: `${low.name}是这家客户的下级单位，不能又作它的上级` },
    ])
    expect((await refusal(setParent(top.id, top.id, 1))).status).toBe(422)
    expect((await setParent(middle.id, null, 2)).parent).toBeNull()
  })
})

describe('客户等级（六.1）', () => {
  test('the owner changes it with a reason, and the manager is told', async () => {
    const { pm, dm } = world.people
    const { id, name } = await enter(world, pm)
    const body = { to: 'A' as const, reason: '省公司推荐的重点项目', version: 1 }
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
    const { items } = await world.as(pm).customers.gradeChanges({ query: { customerId: id } })
    expect(items.map(({ from, to, reflected }) => [from, to, reflected])).toEqual([
      ['A', 'B', false],
      ['C', 'A', false],
    ])
  })

  test.each([
    [{ to: 'C' as const, reason: '看错了' }, 'to', '客户已经是 C 级，没有变化。'],
    [{ to: 'A' as const, reason: ' ' }, 'reason', '请填写等级变化的理由，它会写入工作汇报。'],
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
    const call = { params: { id }, body: { to: 'A' as const, reason: '重点', version: 1 } }
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
    expect(outcome).toEqual({
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
    expect(status).toEqual({ changed: 2, skipped: [] })
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
      body: { matching: { ...matching, status: ['dormant'] }, to: 'A', reason: '盘点' },
    })
    expect(narrowed).toEqual({ changed: 1, skipped: [] })
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
    const body = { ids: [id], to: 'A' as const, reason: '盘点' }
    expect((await refusal(world.as(pmOtherRegion).customers.changeGrades({ body }))).status).toBe(404)
    expect((await refusal(world.as(pmSameRegion).customers.changeGrades({ body }))).status).toBe(403)
    expect(
      (await refusal(world.as(pm).customers.changeGrades({ body: { ...body, ids: [] } }))).errors,
    ).toEqual([{ path: 'ids', message: '请先选择客户' }])
  })
})

describe('移交', () => {
  test('the manager moves customers, both owners are told, the history stays', async () => {
    const { dm, pm, pmSameRegion } = world.people
    const [one, two] = [await enter(world, pm), await enter(world, pm)]
    const outcome = await world.as(dm).customers.transfer({
      body: { ids: [one.id, two.id], toOwnerId: pmSameRegion.id, reason: '片区调整' },
    })
    expect(outcome).toEqual({ changed: 2, skipped: [] })
    const moved = await world.as(pmSameRegion).customers.get({ params: { id: one.id } })
    expect(moved.owner).toMatchObject({ name: '瓦澜' })
    expect((await world.as(pmSameRegion).notifications.list()).items[0]?.title).toBe(
      '安培之把2 家客户交给您负责',
    )
    expect((await world.as(pm).notifications.list()).items[0]?.title).toBe('安培之把2 家客户移交给了别人')
    const { items } = await world.as(dm).customers.timeline({ params: { id: one.id }, query: {} })
    expect(items[0]).toMatchObject({
      summary: '移交给瓦澜',
      reason: '片区调整',
      changes: [{ label: '负责人', from: '焦尔', to: '瓦澜' }],
    })
  })

  test('into the pool, out of it, and into another region', async () => {
    const { dm, pm, pmOtherRegion } = world.people
    const { id } = await enter(world, pm)
    const transfer = (body: { toOwnerId: string | null; toRegionId?: string }) =>
      world.as(dm).customers.transfer({ body: { ids: [id], reason: '调整', ...body } })
    await transfer({ toOwnerId: null })
    expect(
      (await world.as(dm).customers.list({ query: { ownerId: ['none'] } })).items.map((one) => one.id),
    ).toContain(id)
    expect(await transfer({ toOwnerId: pmOtherRegion.id })).toEqual({
      changed: 0,
      skipped: [
        { reason: '云岭片区不归韦博，接不了', count: 1, customers: [expect.objectContaining({ id })] },
      ],
    })
    expect((await refusal(transfer({ toOwnerId: dm.id }))).errors?.[0]?.path).toBe('ownerId')
    await transfer({ toOwnerId: pmOtherRegion.id, toRegionId: world.regions.lanhai })
    expect(await world.as(pmOtherRegion).customers.get({ params: { id } })).toMatchObject({
      region: { name: '澜海片区' },
      owner: { name: '韦博' },
    })
    expect((await refusal(world.as(pm).customers.get({ params: { id } }))).status).toBe(404)
  })

  test('only the manager of the division transfers', async () => {
    const { spm, pm, dmOther } = world.people
    const { id } = await enter(world, pm)
    const call = { body: { ids: [id], toOwnerId: null, reason: '调整' } }
    expect((await refusal(world.as(spm).customers.transfer(call))).status).toBe(403)
    expect((await refusal(world.as(dmOther).customers.transfer(call))).status).toBe(404)
  })
})

describe('删除与恢复', () => {
  test('a removed customer is nowhere, and comes back whole', async () => {
    const { dm, pm } = world.people
    const { id, name, number } = await enter(world, pm, { name: '沉璧县供电公司' })
    const remove = { params: { id }, body: { reason: '录错了' } }
    expect((await refusal(world.as(pm).customers.remove(remove))).status).toBe(403)
    await world.as(dm).customers.remove(remove)
    expect((await refusal(world.as(pm).customers.get({ params: { id } }))).status).toBe(404)
    expect((await refusal(world.as(dm).customers.remove(remove))).status).toBe(404)
    expect((await world.as(dm).customers.list({ query: { q: '沉璧' } })).items).toEqual([])
    expect((await world.as(dm).customers.removed()).map((one) => one.name)).toContain(name)
    expect((await refusal(world.as(world.people.dmOther).customers.restore({ params: { id } }))).status).toBe(
      404,
    )
    expect(await world.as(dm).customers.restore({ params: { id } })).toMatchObject({ number, name })
    expect(await world.as(dm).customers.restore({ params: { id } })).toMatchObject({ number })
  })

  test('a name that was taken meanwhile keeps the removed one away', async () => {
    const { dm, pm } = world.people
    const { id } = await enter(world, pm, { name: '拾穗县供电公司' })
    await world.as(dm).customers.remove({ params: { id }, body: { reason: '录错了' } })
    await enter(world, pm, { name: '拾穗县供电公司' })
    expect((await refusal(world.as(dm).customers.restore({ params: { id } }))).code).toBe('duplicate_record')
  })
})
