import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const save = (person: Person, name: string, shared = false) =>
  world.as(person).views.create({
    body: { page: 'customers', name, shared, state: { search: { grade: ['A', 'B'] }, columns: ['owner'] } },
  })
const list = async (person: Person | null) =>
  (await world.as(person).views.list({ query: { page: 'customers' } })).map((view) => view.name)

describe('存为视图', () => {
  test('a view keeps filters and columns, can be renamed, ordered and deleted', async () => {
    const { pm } = world.people
    const [one, two] = [await save(pm, '云岭 A、B 级'), await save(pm, '30 天未访')]
    expect(one.state).toEqual({ search: { grade: ['A', 'B'] }, columns: ['owner'] })
    const renamed = await world
      .as(pm)
      .views.update({ params: { id: one.id }, body: { name: '重点', version: 1 } })
    expect(renamed).toMatchObject({ name: '重点', version: 2 })
    const stale = await refusal(
      world.as(pm).views.update({ params: { id: one.id }, body: { name: '晚了', version: 1 } }),
    )
    expect(stale.code).toBe('version_conflict')
    await world.as(pm).views.reorder({ body: { page: 'customers', ids: [two.id, one.id] } })
    expect(await list(pm)).toEqual(['30 天未访', '重点'])
    await world.as(pm).views.remove({ params: { id: two.id } })
    expect(await list(pm)).toEqual(['重点'])
    expect((await refusal(world.as(pm).views.remove({ params: { id: two.id } }))).status).toBe(404)
  })

  test('the same name twice is refused, an empty one too', async () => {
    const { oa } = world.people
    await save(oa, '代录')
    expect((await refusal(save(oa, '代录'))).errors).toEqual([{ path: 'name', message: '已经有同名的视图' }])
    expect((await refusal(save(oa, ' '))).errors).toEqual([{ path: 'name', message: '请填写视图名称' }])
  })

  test('a shared view is seen by the division and changed by its author only', async () => {
    const { dm, spm, dmOther } = world.people
    const shared = await save(dm, '全部门 A 级', true)
    await save(dm, '只给自己')
    expect(await list(spm)).toEqual(['全部门 A 级'])
    expect(await list(dmOther)).toEqual([])
    const change = { params: { id: shared.id }, body: { name: '改', version: 1 } }
    expect((await refusal(world.as(spm).views.update(change))).status).toBe(403)
    expect((await refusal(world.as(dmOther).views.update(change))).status).toBe(404)
    expect((await refusal(list(null))).status).toBe(401)
  })
})
