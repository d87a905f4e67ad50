import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

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
