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
