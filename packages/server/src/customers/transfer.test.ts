import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('移交', () => {
  test('the manager moves customers, both owners are told, the history stays', async () => {
    const { dm, pm, pmSameRegion } = world.people
    const [one, two] = [await enter(world, pm), await enter(world, pm)]
    const outcome = await world.as(dm).customers.transfer({
      body: { ids: [one.id, two.id], toOwnerId: pmSameRegion.id, reason: '片区调整' },
    })
    expect(outcome).toMatchObject({ changed: 2, skipped: [] })
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
    expect(await transfer({ toOwnerId: pmOtherRegion.id })).toMatchObject({
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
