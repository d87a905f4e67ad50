import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const get = (person: Person, id: string) => world.as(person).customers.get({ params: { id } })
const undo = (person: Person, id: string | null) =>
  world.as(person).bulk.undo({ params: { id: id ?? '00000000-0000-7000-8000-000000000000' } })
const tag = async (name: string) => (await world.as(world.people.dm).tags.create({ body: { name } })).id

describe('批量修改之前', () => {
  test('says what would change from what to what, what stays and why, and changes nothing', async () => {
    const { dm, pm, pmSameRegion, pmOtherRegion } = world.people
    const b = await enter(world, pm, { grade: 'B' })
    const c = await enter(world, pm)
    const traded = await enter(world, pm, { tradeStatus: 'traded', grade: 'A' })
    const elsewhere = await enter(world, pmOtherRegion)
    const ids = [b.id, c.id, traded.id, elsewhere.id]
    const grade = await world.as(dm).bulk.preview({ body: { kind: 'grade', ids, to: 'C' } })
    expect(grade).toEqual({
      changed: 1,
      steps: [{ from: 'B 级', to: 'C 级', count: 1, customers: [{ id: b.id, name: b.name }] }],
      skipped: [
        { reason: '客户已经是 C 级，没有变化。', count: 2, customers: expect.anything() },
        { reason: '交易客户只分 A、B 级，不能设为 C 级。', count: 1, customers: expect.anything() },
      ],
    })
    const status = await world.as(pm).bulk.preview({ body: { kind: 'status', ids, to: 'lost' } })
    expect(status).toMatchObject({
      changed: 3,
      steps: [{ from: '接触中', to: '流失', count: 3 }],
      skipped: [],
    })
    const place = await world
      .as(dm)
      .bulk.preview({ body: { kind: 'transfer', ids, toOwnerId: pmSameRegion.id } })
    expect(place).toMatchObject({
      changed: 3,
      steps: [{ from: pm.name, to: pmSameRegion.name }],
      skipped: [{ reason: '澜海片区不归瓦澜，接不了' }],
    })
    expect((await get(dm, b.id)).version).toBe(1)
    const denied = world.as(pm).bulk.preview({ body: { kind: 'transfer', ids, toOwnerId: null } })
    expect((await refusal(denied)).status).toBe(403)
    const unchosen = world.as(pm).bulk.preview({ body: { kind: 'status', to: 'lost' } })
    expect((await refusal(unchosen)).errors).toEqual([{ path: 'ids', message: '请先选择客户' }])
  })
})

describe('撤销', () => {
  test('the whole bulk goes back, but not what somebody changed since; those are named and kept', async () => {
    const { pm, dm } = world.people
    const [one, other] = [await enter(world, pm), await enter(world, pm)]
    const { bulkId } = await world
      .as(pm)
      .customers.changeStatuses({ body: { ids: [one.id, other.id], to: 'dormant' } })
    await world.as(pm).customers.update({ params: { id: other.id }, body: { city: '云澈', version: 2 } })
    expect(await undo(pm, bulkId)).toEqual({
      changed: 1,
      skipped: [{ reason: '之后有人改过', count: 1, customers: [{ id: other.id, name: other.name }] }],
      bulkId: null,
    })
    expect(await get(pm, one.id)).toMatchObject({
      status: 'contacting',
      statusSince: one.statusSince,
      version: 3,
    })
    expect(await get(pm, other.id)).toMatchObject({ status: 'dormant', city: '云澈' })
    expect((await refusal(undo(pm, bulkId))).code).toBe('nothing_to_decide')
    const [told] = (await world.as(dm).bulk.list()).items
    expect(told).toMatchObject({
      summary: '客户状态改为休眠',
      changed: 2,
      madeBy: { name: pm.name },
      undone: { by: { name: pm.name }, kept: [{ reason: '之后有人改过', count: 1 }] },
    })
  })

  test('is looked at before, and one that would change nothing is refused and can be done later', async () => {
    const { pm } = world.people
    const [one, other] = [await enter(world, pm), await enter(world, pm)]
    const body = { ids: [one.id, other.id], to: 'dormant' as const }
    const { bulkId } = await world.as(pm).customers.changeStatuses({ body })
    const changeAt = (id: string, version: number) =>
      world.as(pm).customers.update({ params: { id }, body: { city: '云澈', version } })
    await changeAt(other.id, 2)
    const look = () => world.as(pm).bulk.previewUndo({ params: { id: bulkId ?? '' } })
    expect(await look()).toEqual({
      changed: 1,
      back: [{ to: '接触中', count: 1, customers: [{ id: one.id, name: one.name }] }],
      kept: [{ reason: '之后有人改过', count: 1, customers: [{ id: other.id, name: other.name }] }],
    })
    await changeAt(one.id, 2)
    expect(await look()).toMatchObject({ changed: 0, back: [] })
    expect(await refusal(undo(pm, bulkId))).toMatchObject({
      code: 'nothing_to_decide',
      detail: '没有可以恢复的客户：2 家之后有人改过。',
    })
    const [told] = (await world.as(pm).bulk.list()).items
    expect(told).toMatchObject({ id: bulkId, undone: null })
    const { pmSameRegion } = world.people
    const foreign = world.as(pmSameRegion).bulk.previewUndo({ params: { id: bulkId ?? '' } })
    expect((await refusal(foreign)).status).toBe(404)
  })

  test('a grade goes back with its 未体现 change, until a report has told it (六.1.2)②)', async () => {
    const { pm } = world.people
    const [one, reported] = [await enter(world, pm), await enter(world, pm)]
    const body = { ids: [one.id, reported.id], to: 'A' as const, reason: '盘点', resources: '同厂合作' }
    const { bulkId } = await world.as(pm).customers.changeGrades({ body })
    await world.services.db
      .updateTable('gradeChanges')
      .set({ reflectedInReportId: '0199a000-0000-7000-8000-000000000001' })
      .where('customerId', '=', reported.id)
      .execute()
    expect(await undo(pm, bulkId)).toMatchObject({
      changed: 1,
      skipped: [{ reason: '等级变化已经写进提交的汇报', count: 1 }],
    })
    expect(await get(pm, one.id)).toMatchObject({ grade: 'C', resources: null })
    expect(await get(pm, reported.id)).toMatchObject({ grade: 'A', resources: '同厂合作' })
    expect((await world.as(pm).grades.changes({ query: { customerId: one.id } })).items).toEqual([])
  })

  test('owner and region go back to who still sells there', async () => {
    const { dm, pm, pmSameRegion, pmOtherRegion } = world.people
    const ids = [(await enter(world, pm)).id, (await enter(world, pmSameRegion)).id]
    const { lanhai, yunling } = world.regions
    const moved = await world.as(dm).customers.transfer({
      body: { ids, toOwnerId: pmOtherRegion.id, toRegionId: lanhai, reason: '片区调整' },
    })
    expect(moved.changed).toBe(2)
    expect(await get(dm, ids[0] ?? '')).toMatchObject({
      owner: { id: pmOtherRegion.id },
      region: { id: lanhai },
    })
    expect(await undo(dm, moved.bulkId)).toMatchObject({ changed: 2, skipped: [] })
    expect(await get(dm, ids[0] ?? '')).toMatchObject({ owner: { id: pm.id }, region: { id: yunling } })
    expect(await get(dm, ids[1] ?? '')).toMatchObject({ owner: { id: pmSameRegion.id } })
    expect((await world.as(pm).notifications.list()).items[0]?.title).toBe(
      `${dm.name}撤销了移交，涉及 1 家客户`,
    )
  })

  test('is for the one who made it and the manager; to everybody else it does not exist', async () => {
    const { pm, pmSameRegion, spm, dm, dmOther, gm } = world.people
    const { id } = await enter(world, pm)
    const { bulkId } = await world.as(pm).customers.changeStatuses({ body: { ids: [id], to: 'lost' } })
    for (const person of [pmSameRegion, spm, dmOther])
      expect((await refusal(undo(person, bulkId))).status).toBe(404)
    expect((await refusal(undo(gm, bulkId))).status).toBe(403)
    expect((await world.as(spm).bulk.list()).items.map((one) => one.id)).not.toContain(bulkId)
    expect((await undo(dm, bulkId)).changed).toBe(1)
  })
})

test('a region alone moves customers whose owner sells there too', async () => {
  const { dm, pm, spm } = world.people
  const { lanhai, yunling } = world.regions
  const stays = await enter(world, pm)
  const body = { ids: [stays.id], toRegionId: lanhai, reason: '片区调整' }
  expect((await world.as(dm).customers.transfer({ body })).skipped).toMatchObject([
    { reason: '澜海片区不归焦尔，接不了' },
  ])
  const pooled = await enter(world, spm)
  await world.as(dm).customers.transfer({ body: { ids: [pooled.id], toOwnerId: null, reason: '待分配' } })
  const moved = await world.as(dm).customers.transfer({ body: { ...body, ids: [pooled.id] } })
  expect(moved.changed).toBe(1)
  expect(await get(dm, pooled.id)).toMatchObject({ owner: null, region: { id: lanhai } })
  const nowhere = world.as(dm).customers.transfer({ body: { ids: [pooled.id], reason: '无' } })
  expect((await refusal(nowhere)).errors).toEqual([{ path: 'toOwnerId', message: '请选择接收人或片区' }])
  expect(yunling).not.toBe(lanhai)
})

describe('标签', () => {
  test('are put on and taken off many customers at once, filter the list, are counted, and can be undone', async () => {
    const { dm, pm, pmSameRegion } = world.people
    const [key, old] = [await tag('重点项目'), await tag('老客户')]
    const [one, other, colleagues] = [
      await enter(world, pm),
      await enter(world, pm),
      await enter(world, pmSameRegion),
    ]
    const ids = [one.id, other.id, colleagues.id]
    const first = await world.as(pm).bulk.changeTags({ body: { ids, add: [old] } })
    expect(first).toMatchObject({ changed: 2, skipped: [{ count: 1 }] })
    const second = await world.as(pm).bulk.changeTags({ body: { ids: [one.id], add: [key], remove: [old] } })
    expect((await get(pm, one.id)).tags).toEqual([{ id: key, name: '重点项目' }])
    const listed = async (query: { tagId: string[]; grade?: 'A'[] }) =>
      (await world.as(dm).customers.list({ query })).items.map(({ id }) => id)
    expect(await listed({ tagId: [key] })).toEqual([one.id])
    expect((await listed({ tagId: [key, old] })).toSorted()).toEqual([one.id, other.id].toSorted())
    expect(await listed({ tagId: [key], grade: ['A'] })).toEqual([])
    const { facets } = await world.as(dm).customers.summary({ query: { tagId: [key] } })
    expect(facets.tag.toSorted((a, b) => a.name.localeCompare(b.name, 'zh'))).toEqual([
      { value: old, name: '老客户', count: 1 },
      { value: key, name: '重点项目', count: 1 },
    ])
    expect(await undo(pm, second.bulkId)).toMatchObject({ changed: 1 })
    expect((await get(pm, one.id)).tags).toEqual([{ id: old, name: '老客户' }])
    expect(await undo(pm, first.bulkId)).toMatchObject({ changed: 1, skipped: [{ reason: '之后有人改过' }] })
  })

  test('the dictionary is kept by the manager and the clerk; a retired label is no longer put on', async () => {
    const { dm, oa, pm, dmOther } = world.people
    const id = await tag('试点')
    expect((await refusal(world.as(pm).tags.create({ body: { name: '自己的' } }))).status).toBe(403)
    expect((await refusal(world.as(oa).tags.create({ body: { name: '试点' } }))).errors).toEqual([
      { path: 'name', message: '已经有这个标签' },
    ])
    const retire = { params: { id }, body: { name: '试点单位', retired: true } }
    expect((await refusal(world.as(dmOther).tags.update(retire))).status).toBe(404)
    expect(await world.as(oa).tags.update(retire)).toEqual({
      id,
      name: '试点单位',
      retired: true,
      customers: 0,
    })
    const customer = await enter(world, pm)
    const add = world.as(pm).bulk.changeTags({ body: { ids: [customer.id], add: [id] } })
    expect((await refusal(add)).errors).toEqual([{ path: 'add', message: '标签试点单位已经停用' }])
    expect((await world.as(dmOther).tags.list()).map(({ name }) => name)).toEqual([])
    expect((await world.as(dm).tags.list()).at(-1)?.name).toBe('试点单位')
  })
})
