import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { emptyForm } from '@zhuowei/domain/feedback/form.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { findPairs } from './find-pairs.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const oa = () => world.as(world.people.oa)
const seen = async (id: string) => oa().customers.get({ params: { id } })
const numbered = async ({ id }: { id: string }) => ({ id, version: (await seen(id)).version })

async function merge(
  kept: Customer,
  others: Customer[],
  take: { field: 'name' | 'city' | 'parentId'; from: string }[] = [],
) {
  return oa().merges.merge({
    body: { kept: await numbered(kept), others: await Promise.all(others.map(numbered)), take },
  })
}

function visit(person: Person, customerId: string, at: string) {
  return world.as(person).activities.record({
    body: {
      customerId,
      kind: 'visit',
      happenedAt: at,
      visitorIds: [person.id],
      content: '看现场',
      result: '约了下次',
      problem: '无',
      nextStep: '送资料',
      nextOn: '2026-11-27',
    },
  })
}

describe('合并重复的客户', () => {
  test('who owned what went into a colleague’s record is told where it is; others find nothing', async () => {
    const { pm, pmOtherRegion, pmSameRegion } = world.people
    const kept = await enter(world, pmOtherRegion)
    const gone = await enter(world, pm)
    await merge(kept, [gone])
    const asked = (person: Person) => world.as(person).customers.get({ params: { id: gone.id } })
    await expect(asked(pm)).rejects.toMatchObject({
      problem: {
        status: 404,
        detail: expect.stringContaining(`已并入${kept.name}，现在由${pmOtherRegion.name}负责`),
      },
    })
    const stranger = await asked(pmSameRegion).catch((error) => error.problem)
    expect(stranger).toMatchObject({ status: 404 })
    expect(JSON.stringify(stranger)).not.toContain(kept.name)
    expect(await asked(world.people.oa)).toMatchObject({ id: kept.id })
  })

  test('everything that hangs on both hangs on the kept one, and the chosen fields are its own', async () => {
    const { pm, pmSameRegion, dm } = world.people
    const kept = await enter(world, pm, { city: '云澈' })
    const other = await enter(world, pmSameRegion, { name: '听涛县供电公司', city: '听涛', grade: 'B' })
    const below = await enter(world, pm, { parentId: other.id })
    await visit(pmSameRegion, other.id, '2026-11-20T10:00:00+08:00')
    await world.as(dm).customers.changeGrade({
      params: { id: other.id },
      body: { to: 'C', reason: '重点', version: (await seen(other.id)).version },
    })
    await world.as(pmSameRegion).feedback.save({
      params: { id: other.id },
      body: {
        ...emptyForm,
        competitors: { ...emptyForm.competitors, lines: [] },
        remark: '反馈',
        version: 0,
      },
    })
    const preview = await oa().merges.preview({ query: { oneId: kept.id, otherId: other.id } })
    expect(preview.suggestedId).toBe(kept.id)
    expect(preview.records[1]?.hanging).toEqual(
      expect.arrayContaining([
        { label: '联系人', count: 1 },
        { label: '拜访', count: 1 },
        { label: '等级变化', count: 1 },
        { label: '下级单位', count: 1 },
        { label: '反馈表', count: 1 },
      ]),
    )
    expect(preview.fields.find(({ field }) => field === 'city')?.values).toEqual(['云澈', '听涛'])

    await merge(kept, [other], [{ field: 'name', from: other.id }])
    const one = await seen(kept.id)
    expect(one).toMatchObject({
      name: '听涛县供电公司',
      city: '云澈',
      number: kept.number,
      grade: 'C',
      contactCount: 2,
      childCount: 1,
      lastActivityKind: 'visit',
      nextStep: '送资料',
      formCurrentOn: '2026-11-23',
    })
    expect(one.contacts.filter((contact) => contact.isPrimary)).toHaveLength(1)
    expect(await oa().feedback.versions({ params: { id: kept.id } })).toHaveLength(1)
    expect((await oa().grades.changes({ query: { customerId: kept.id } })).items).toHaveLength(1)
    expect((await seen(below.id)).parent?.id).toBe(kept.id)
    const { items } = await oa().customers.timeline({ params: { id: kept.id }, query: {} })
    expect(items.map(({ summary }) => summary)).toEqual(
      expect.arrayContaining([
        `合并重复的客户：听涛县供电公司（${other.number}）并入${kept.name}（${kept.number}）`,
        `新建客户听涛县供电公司（${other.number}）`,
      ]),
    )
    expect((await world.as(pmSameRegion).notifications.list()).items[0]?.title).toBe(
      `亨礼把听涛县供电公司并入${kept.name}`,
    )
  })

  test('the page of the kept customer finds its own merges, and only those', async () => {
    const { pm } = world.people
    const [kept, other, third] = [await enter(world, pm), await enter(world, pm), await enter(world, pm)]
    await merge(kept, [other])
    const of = async (keptId: string) => (await oa().merges.list({ query: { keptId } })).items
    expect(await of(kept.id)).toMatchObject([
      { kept: { id: kept.id }, others: [{ id: other.id }], undoable: true },
    ])
    expect(await of(third.id)).toEqual([])
    // The line of the timeline offers the undo of the merge of the same instant.
    const { items } = await oa().customers.timeline({ params: { id: kept.id }, query: {} })
    const line = items.find(({ verb }) => verb === 'customer.merged')
    expect(line?.at).toBe((await of(kept.id))[0]?.mergedAt)
  })

  test('the old number and the old name lead to the kept customer', async () => {
    const { pm } = world.people
    const [kept, other] = [await enter(world, pm), await enter(world, pm, { name: '望潮变电站' })]
    await merge(kept, [other])
    expect((await seen(other.id)).id).toBe(kept.id)
    for (const q of [other.number, '望潮变电站', 'wangchao']) {
      const { items } = await oa().customers.list({ query: { q } })
      expect(items.map(({ id }) => id)).toEqual([kept.id])
    }
    expect((await world.as(world.people.dm).customers.removed()).map(({ id }) => id)).not.toContain(other.id)
    const restored = world.as(world.people.dm).customers.restore({ params: { id: other.id } })
    expect((await refusal(restored)).status).toBe(422)
  })

  test('六.1.1)① a customer with trade is not merged into one without', async () => {
    const { pm } = world.people
    const plain = await enter(world, pm)
    const traded = await enter(world, pm, { tradeStatus: 'traded', grade: 'B' })
    const refused = await refusal(merge(plain, [traded]))
    expect(refused.errors?.[0]).toMatchObject({ path: 'kept', message: expect.stringContaining('有过交易') })
    await merge(traded, [plain])
  })

  test('three at once; what was merged before leads to where both are now', async () => {
    const { pm } = world.people
    const [first, second, third, fourth] = [
      await enter(world, pm),
      await enter(world, pm),
      await enter(world, pm),
      await enter(world, pm),
    ]
    await merge(second, [first])
    await merge(third, [second, fourth])
    for (const { id } of [first, second, fourth]) expect((await seen(id)).id).toBe(third.id)
    expect((await seen(third.id)).contactCount).toBe(4)
  })

  test('a record is never its own 上级单位', async () => {
    const { pm } = world.people
    const top = await enter(world, pm)
    const kept = await enter(world, pm, { parentId: top.id })
    const other = await enter(world, pm, { parentId: kept.id })
    await merge(kept, [other])
    expect((await seen(kept.id)).parent?.id).toBe(top.id)
    const above = await enter(world, pm)
    const below = await enter(world, pm, { parentId: above.id })
    await merge(below, [above])
    expect((await seen(below.id)).parent).toBeNull()
  })

  test('somebody who saved meanwhile is not overwritten, and one merged already is not there', async () => {
    const { pm, spm } = world.people
    const [kept, other] = [await enter(world, pm), await enter(world, pm)]
    const versions = [await numbered(kept), await numbered(other)] as const
    await world
      .as(pm)
      .customers.update({ params: { id: other.id }, body: { city: '听涛', version: versions[1].version } })
    const stale = oa().merges.merge({ body: { kept: versions[0], others: [versions[1]] } })
    expect((await refusal(stale)).code).toBe('version_conflict')
    await merge(kept, [other])
    const again = oa().merges.merge({ body: { kept: await numbered(kept), others: [versions[1]] } })
    expect((await refusal(again)).status).toBe(404)
    const same = oa().merges.merge({ body: { kept: await numbered(kept), others: [await numbered(kept)] } })
    expect((await refusal(same)).status).toBe(422)
    expect((await refusal(world.as(spm).merges.list())).status).toBe(403)
  })
})

describe('撤销合并', () => {
  test('both stand again with what was theirs; what came since stays with the kept one', async () => {
    const { pm, pmSameRegion } = world.people
    const kept = await enter(world, pm)
    const other = await enter(world, pmSameRegion, { name: '栖云光伏电站', city: '栖云' })
    await visit(pmSameRegion, other.id, '2026-11-19T10:00:00+08:00')
    const [keptBefore, otherBefore] = [await seen(kept.id), await seen(other.id)]
    const { id } = await merge(
      kept,
      [other],
      [
        { field: 'name', from: other.id },
        { field: 'city', from: other.id },
      ],
    )
    await visit(pm, kept.id, '2026-11-22T10:00:00+08:00')
    const undone = await oa().merges.undo({ params: { id } })
    expect(undone).toMatchObject({ undoable: false, undoneBy: { name: '亨礼' } })
    const changing = {
      version: expect.anything(),
      updatedAt: expect.anything(),
      updatedBy: expect.anything(),
    }
    expect(await seen(other.id)).toEqual({
      ...otherBefore,
      ...changing,
      contacts: otherBefore.contacts.map((contact) => ({ ...contact })),
    })
    expect(await seen(kept.id)).toMatchObject({
      name: keptBefore.name,
      city: keptBefore.city,
      contactCount: 1,
      visitsThisMonth: 1,
      lastActivityAt: '2026-11-22T02:00:00.000Z',
    })
    expect(await oa().merges.undo({ params: { id } })).toEqual(undone)
    expect((await oa().customers.list({ query: { q: '栖云光伏电站' } })).items.map((one) => one.id)).toEqual([
      other.id,
    ])
  })

  test('what stands in the way is named, and then nothing at all is undone', async () => {
    const { pm, dm } = world.people
    const [kept, other] = [
      await enter(world, pm),
      await enter(world, pm, { name: '疏影水电站', city: '疏影' }),
    ]
    const { id } = await merge(kept, [other], [{ field: 'city', from: other.id }])
    await enter(world, pm, { name: '疏影水电站' })
    await world.as(dm).customers.update({
      params: { id: kept.id },
      body: { city: '别处', version: (await seen(kept.id)).version },
    })
    const refused = await refusal(oa().merges.undo({ params: { id } }))
    expect(refused.code).toBe('changed_since')
    expect(refused.facts?.changed).toEqual([
      '城市之后改成了“别处”，请先改回合并时的内容',
      expect.stringContaining('之后又新建了同名或信用代码相同的客户疏影水电站'),
    ])
    expect((await seen(other.id)).id).toBe(kept.id)
  })

  test('thirty days, and then no more', async () => {
    const { pm } = world.people
    const [one, two] = [await enter(world, pm), await enter(world, pm)]
    const first = await merge(one, [two])
    expect(first.undoableUntil).toBe('2026-12-23')
    world.setNow('2026-12-24T08:00:00+08:00')
    expect((await refusal(oa().merges.undo({ params: { id: first.id } }))).code).toBe('window_closed')
    world.setNow('2026-12-23T23:59:00+08:00')
    expect((await oa().merges.undo({ params: { id: first.id } })).undoneAt).not.toBeNull()
    world.setNow('2026-11-23T08:40:00+08:00')
  })
})

describe('疑似重复的客户', () => {
  const pairs = async (query: { dismissed?: string } = {}) =>
    (await oa().merges.pairs({ query: { ...query, limit: 100 } })).items
  const idsOf = ({ one, other }: { one: { id: string }; other: { id: string } }) => [one.id, other.id].sort()

  test('found by name and by phone, dismissed for good, and opened again', async () => {
    const { pm, pmSameRegion } = world.people
    const one = await enter(world, pm, { name: '国网拾光县供电公司', contactPhone: '13900001234' })
    const two = await enter(world, pmSameRegion, { name: '拾光供电公司', contactPhone: '13900001235' })
    const three = await enter(world, pm, { contactPhone: '13900001235' })
    await findPairs(world.services.db, new Date('2026-11-23T08:50:00+08:00'))
    await findPairs(world.services.db, new Date('2026-11-23T09:00:00+08:00'))
    const byName = (await pairs()).find(
      (pair) => pair.reasons.includes('similar_name') && idsOf(pair).includes(one.id),
    )
    expect(byName && idsOf(byName)).toEqual([one.id, two.id].sort())
    const byPhone = (await pairs()).find((pair) => idsOf(pair).includes(three.id))
    expect(byPhone).toMatchObject({ reasons: ['same_phone'] })
    if (!byPhone) throw new Error('found just above')
    const body = { oneId: byPhone.one.id, otherId: byPhone.other.id }
    await oa().merges.dismiss({ body })
    await oa().merges.dismiss({ body })
    await findPairs(world.services.db, new Date('2026-11-23T09:10:00+08:00'))
    expect((await pairs()).some((pair) => idsOf(pair).includes(three.id))).toBe(false)
    expect((await pairs({ dismissed: 'true' }))[0]).toMatchObject({ dismissedBy: { name: '亨礼' } })
    await oa().merges.reopen({ body })
    expect((await pairs()).some((pair) => idsOf(pair).includes(three.id))).toBe(true)
    await merge(two, [three])
    expect((await pairs()).some((pair) => idsOf(pair).includes(three.id))).toBe(false)
  })
})
