import type { SavedView } from '@zhuowei/contract/views.ts'
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

describe('固定视图', () => {
  const tabs = async (person: Person) =>
    (await world.as(person).views.list({ query: { page: 'customers' } })).map(
      ({ name, pinned }) => `${pinned ? '固定 ' : ''}${name}`,
    )
  const pin = (person: Person, id: string) => world.as(person).views.pin({ params: { id } })
  const unpin = (person: Person, id: string) => world.as(person).views.unpin({ params: { id } })
  const share = (person: Person, view: SavedView, shared: boolean) =>
    world.as(person).views.update({ params: { id: view.id }, body: { shared, version: view.version } })

  test('each person pins for oneself, once or twice, and the pinned ones come first in the order of the person', async () => {
    const { dmOther: manager, pmOther: colleague } = world.people
    const lent = await save(manager, '共享 A', true)
    const second = await save(manager, '共享 B', true)
    const own = await save(colleague, '自己的')
    expect(await tabs(colleague)).toEqual(['固定 自己的', '共享 A', '共享 B'])
    expect(await pin(colleague, second.id)).toMatchObject({ pinned: true, can: { edit: false } })
    await pin(colleague, own.id)
    await pin(colleague, second.id)
    expect(await tabs(colleague)).toEqual(['固定 自己的', '固定 共享 B', '共享 A'])
    await world.as(colleague).views.reorder({ body: { page: 'customers', ids: [second.id, lent.id] } })
    expect(await tabs(colleague)).toEqual(['固定 共享 B', '固定 自己的', '共享 A'])
    expect(await tabs(manager)).toEqual(['固定 共享 A', '固定 共享 B'])
    expect(await unpin(colleague, own.id)).toMatchObject({ pinned: false })
    await unpin(colleague, own.id)
    expect(await tabs(colleague)).toEqual(['固定 共享 B', '自己的', '共享 A'])
  })

  test('a view that is shared no longer or deleted leaves the tabs of the others', async () => {
    const { dm, spm } = world.people
    const [lent, gone] = [await save(dm, '借用', true), await save(dm, '要删', true)]
    await pin(spm, lent.id)
    await pin(spm, gone.id)
    await world.as(dm).views.remove({ params: { id: gone.id } })
    const kept = await share(dm, lent, false)
    expect(kept.pinned).toBe(true)
    expect((await tabs(spm)).filter((name) => /借用|要删/.test(name))).toEqual([])
    await share(dm, kept, true)
    expect((await tabs(spm)).filter((name) => /借用/.test(name))).toEqual(['借用'])
  })

  test('what one does not see, one does not pin', async () => {
    const { dm, pm, dmOther } = world.people
    const hidden = await save(dm, '没有共享')
    const lent = await save(dm, '别的部门看不见', true)
    for (const [person, id, status] of [
      [pm, hidden.id, 404],
      [dmOther, lent.id, 404],
      [pm, '0198aaaa-0000-7000-8000-000000000000', 404],
      [pm, 'x', 404],
    ] as const) {
      expect((await refusal(pin(person, id))).status).toBe(status)
      expect((await refusal(unpin(person, id))).status).toBe(status)
    }
    expect((await refusal(world.as(null).views.pin({ params: { id: lent.id } }))).status).toBe(401)
  })

  test('a view can be saved without a tab of its own', async () => {
    const { oa } = world.people
    const body = { page: 'customers' as const, name: '偶尔用', pinned: false, state: { search: {} } }
    expect(await world.as(oa).views.create({ body })).toMatchObject({ pinned: false })
  })
})
