import type { SavedForm } from '@zhuowei/contract/feedback.ts'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { against, content, known, saveAs } from './testing-forms.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const refusal = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) })
const save = (person: Person, id: string, body: SavedForm) => saveAs(world, person, id, body)

describe('answers of a visit', () => {
  const visit = (customerId: string, more: object) => ({
    customerId,
    happenedAt: '2026-11-20T10:00:00+08:00',
    visitorIds: [world.people.pm.id],
    content: '介绍备份方案',
    result: '认可',
    problem: '无',
    ...more,
  })

  test('go into the form in the same save, with the day of the visit', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm)
    const recorded = await world.as(pm).activities.record({
      body: visit(id, { feedback: [{ item: 'storage', text: '两台磁带库，2019 年' }] }),
    })
    const form = await world.as(pm).feedback.get({ params: { id } })
    expect(form).toMatchObject({ version: 1, completeness: 10 })
    expect(form.content.storage).toMatchObject({ text: '两台磁带库，2019 年', on: '2026-11-20' })
    const [version] = await world.as(pm).feedback.versions({ params: { id } })
    expect(version?.activity).toEqual({ id: recorded.id, happenedOn: '2026-11-20' })
    expect((await world.as(pm).activities.get({ params: { id: recorded.id } })).formVersion).toBe(1)
    const silent = await world.as(pm).activities.record({ body: visit(id, {}) })
    expect(silent.formVersion).toBeNull()
  })

  test('of an older visit that is entered later stand below what is known', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm)
    await save(pm, id, content({ storage: known('新的') }))
    await world
      .as(pm)
      .activities.record({ body: visit(id, { feedback: [{ item: 'storage', text: '旧的' }] }) })
    const form = await world.as(pm).feedback.get({ params: { id } })
    expect(form.content.storage).toMatchObject({ text: '新的\n旧的', on: '2026-11-23' })
  })
})

describe('竞争对手 heard of in a visit', () => {
  const heard = (customerId: string, ...lines: { name: string; assessment: string }[]) => ({
    customerId,
    ...{ happenedAt: '2026-11-20T10:00:00+08:00', visitorIds: [world.people.pm.id] },
    ...{ content: '介绍备份方案', result: '认可', problem: '无' },
    feedback: [{ item: 'competitors' as const, lines }],
  })

  test('go into the form and onto the battle card with the visit; a known one is found by its name', async () => {
    const { pm, spm } = world.people
    const { id } = await enter(world, pm)
    const { id: knownId } = await world.as(pm).competitors.create({ body: { name: '北辰数据' } })
    await world.as(pm).activities.record({
      body: heard(
        id,
        { name: '北辰数据有限公司', assessment: '备份强' },
        { name: '晨曦网络', assessment: '' },
      ),
    })
    const { content: form } = await world.as(pm).feedback.get({ params: { id } })
    expect(form.competitors).toMatchObject({
      ...{ answer: 'known', on: '2026-11-20' },
      lines: [
        { competitorId: knownId, name: '北辰数据', assessment: '备份强' },
        { name: '晨曦网络', assessment: '' },
      ],
    })
    const card = await world.as(spm).competitors.get({ params: { id: knownId } })
    expect(card.notes).toMatchObject([{ customer: { id }, assessment: '备份强' }])
  })

  test.each<[string, { name: string; assessment: string }[], string]>([
    ['without a name', [{ name: ' ', assessment: '价低' }], 'feedback.0.lines.0.name'],
    ['none at all', [], 'feedback.0.lines'],
    [
      'one of them twice',
      [
        { name: '南瑞', assessment: '一' },
        { name: '南瑞 ', assessment: '二' },
      ],
      'feedback.0.lines.1.name',
    ],
  ])('%s: refused beside its field, and no visit is recorded', async (_, lines, path) => {
    const { pm } = world.people
    const { id } = await enter(world, pm)
    await expect(world.as(pm).activities.record({ body: heard(id, ...lines) })).rejects.toMatchObject({
      problem: { errors: [expect.objectContaining({ path })] },
    })
    expect((await world.as(pm).activities.list({ query: { customerId: id } })).items).toEqual([])
  })
})

describe('竞争对手（六.3.1)⑦）', () => {
  test('a typed one is entered once, and its battle card grows from the forms', async () => {
    const { pm, spm, pmSameRegion } = world.people
    const one = await enter(world, pm)
    const other = await enter(world, pm)
    await save(pm, one.id, content({ competitors: against(['东方智能公司', '主站强，价高']) }))
    await save(pm, other.id, content({ competitors: against(['东方智能有限公司', '服务慢']) }))
    const { items } = await world.as(spm).competitors.list({ query: { q: '东方智能' } })
    expect(items).toMatchObject([{ name: '东方智能公司', customers: 2, lastNotedOn: '2026-11-23' }])
    const id = items[0]?.id ?? ''
    expect(await world.as(spm).competitors.get({ params: { id } })).toMatchObject({
      regions: [{ name: '云岭片区', customers: 2 }],
      notes: [
        { customer: { id: other.id }, assessment: '服务慢', writtenBy: { name: pm.name } },
        { customer: { id: one.id }, assessment: '主站强，价高' },
      ],
    })
    // A colleague knows the competitor, but not what stands in forms that he may not read.
    expect(await world.as(pmSameRegion).competitors.get({ params: { id } })).toMatchObject({
      name: '东方智能公司',
      regions: [],
      notes: [],
    })
  })

  test('the same company is entered once, and a later save of somebody else is not overwritten', async () => {
    const { pm, dm } = world.people
    const body = { name: '长河软件' }
    const made = await world.as(pm).competitors.create({ body })
    await expect(world.as(dm).competitors.create({ body: { name: '长河软件有限公司' } })).rejects.toEqual(
      refusal('duplicate_record'),
    )
    const params = { id: made.id }
    const changed = { ...body, products: '调度主站', version: 1 }
    expect(await world.as(dm).competitors.update({ params, body: changed })).toMatchObject({ version: 2 })
    await expect(world.as(pm).competitors.update({ params, body: changed })).rejects.toEqual(
      refusal('version_conflict'),
    )
  })
})
