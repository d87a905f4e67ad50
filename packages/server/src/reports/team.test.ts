import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledIn, toldTo, writeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await writeLedger(world, '2026-11-16', '2026-12-31')
})
afterAll(() => world.close())

async function file(person: Person, date: string, body: object = {}) {
  world.setNow(`${date}T17:30:00+08:00`)
  return world.as(person).reports.submit({ params: { date }, body: { ...filledIn, ...body } })
}

describe('五.1.1) the manager reads', () => {
  test('a stranger is asked to sign in, and staff have no stream', async () => {
    await expect(world.as(null).reports.stream()).rejects.toMatchObject({ problem: { status: 401 } })
    for (const who of ['pm', 'spm', 'oa', 'adm'] as const) {
      await expect(world.as(world.people[who]).reports.stream()).rejects.toMatchObject({
        problem: { status: 403 },
      })
    }
  })

  test('unread reports of the division, newest first, page by page', async () => {
    const { dm, pm, spm, oa, pmOther } = world.people
    await file(pm, '2026-11-16')
    await file(spm, '2026-11-17')
    await file(oa, '2026-11-18')
    await file(dm, '2026-11-18')
    expect(await world.as(pmOther).reports.mine()).toMatchObject({ items: [] })
    const first = await world.as(dm).reports.stream({ query: { limit: 2 } })
    expect(first.items.map(({ author }) => author.name)).toEqual([oa.name, spm.name])
    expect(first.counts).toEqual({ unread: 3, toComment: 3 })
    const second = await world.as(dm).reports.stream({ query: { limit: 2, cursor: first.next ?? '' } })
    expect(second.items.map(({ author }) => author.name)).toEqual([pm.name])
    expect(second.next).toBeNull()
    await expect(world.as(dm).reports.stream({ query: { cursor: 'x' } })).rejects.toMatchObject({
      problem: { status: 422 },
    })
  })

  test('the manager’s own report goes to 总经理, who also reads the others', async () => {
    const { gm, dm } = world.people
    const unread = await world.as(gm).reports.stream()
    expect(unread.items.map(({ author }) => author.name)).toEqual([dm.name])
    expect((await world.as(gm).reports.stream({ query: { box: 'all' } })).items).toHaveLength(4)
  })

  test('filters by person, kind and day', async () => {
    const { dm, pm } = world.people
    const only = (query: object) => world.as(dm).reports.stream({ query: { box: 'all', ...query } })
    expect((await only({ personId: pm.id })).items).toHaveLength(1)
    expect((await only({ from: '2026-11-17', to: '2026-11-17' })).items).toHaveLength(1)
    expect((await only({ kind: 'weekly' })).items).toHaveLength(0)
  })

  test('read marks take a report out of the unread ones; another division’s is not there', async () => {
    const { dm, dmOther, pmSameRegion } = world.people
    const report = await file(pmSameRegion, '2026-11-19')
    await expect(world.as(dmOther).reports.markRead({ body: { ids: [report.id] } })).rejects.toMatchObject({
      problem: { status: 404 },
    })
    const before = (await world.as(dm).reports.stream()).counts.unread
    const counts = await world.as(dm).reports.markRead({ body: { ids: [report.id] } })
    expect(counts.unread).toBe(before - 1)
    expect(await world.as(dm).reports.markRead({ body: { ids: [report.id] } })).toEqual(counts)
    expect((await world.as(dm).reports.get({ params: { id: report.id } })).readAt).not.toBeNull()
  })
})

describe('the body of a report', () => {
  test('is for the author and his superiors; everybody else does not find it', async () => {
    const { pmOtherRegion } = world.people
    const report = await file(pmOtherRegion, '2026-11-19')
    for (const who of ['pmOtherRegion', 'dm', 'gm'] as const) {
      const read = await world.as(world.people[who]).reports.get({ params: { id: report.id } })
      expect(read.result[0]?.text).toBe(filledIn.result[0]?.text)
    }
    for (const who of ['pm', 'spm', 'spmOtherRegion', 'oa', 'att', 'adm', 'dmOther', 'pmOther'] as const) {
      await expect(
        world.as(world.people[who]).reports.get({ params: { id: report.id } }),
      ).rejects.toMatchObject({ problem: { status: 404 } })
    }
  })

  test('a draft is not shown to the manager', async () => {
    const { pm, dm } = world.people
    world.setNow('2026-11-20T15:00:00+08:00')
    const draft = await world.as(pm).reports.saveDraft({ params: { date: '2026-11-20' }, body: filledIn })
    await expect(world.as(dm).reports.get({ params: { id: draft.id } })).rejects.toMatchObject({
      problem: { status: 404 },
    })
  })

  test('only its author revises it', async () => {
    const { dm, spm } = world.people
    const { items } = await world.as(dm).reports.stream({ query: { box: 'all', personId: spm.id } })
    const id = items[0]?.id ?? ''
    const body = { version: 2, description: [{ text: 'a' }], result: [{ text: 'b' }] }
    await expect(world.as(dm).reports.revise({ params: { id }, body })).rejects.toMatchObject({
      problem: { status: 403, detail: '只有本人可以修改自己的汇报' },
    })
    await expect(
      world.as(spm).reports.revise({ params: { id }, body: { ...body, version: 1 } }),
    ).rejects.toMatchObject({ problem: { code: 'version_conflict' } })
    await expect(
      world.as(spm).reports.revise({ params: { id }, body: { ...body, result: [] } }),
    ).rejects.toMatchObject({ problem: { errors: [{ path: 'result' }] } })
  })
})

describe('点评', () => {
  test('reaches the author, counts as read, and stands under the report', async () => {
    const { dm, att } = world.people
    const report = await file(att, '2026-11-19')
    const commented = await world.as(dm).reports.comment({
      params: { id: report.id },
      body: { body: '预算这件事，下周二前弄清' },
    })
    expect(commented.comments).toMatchObject([
      { author: { name: dm.name }, body: '预算这件事，下周二前弄清' },
    ])
    expect(commented.readAt).not.toBeNull()
    expect(await toldTo(world, att)).toMatchObject([
      { kind: 'comment', title: '安培之点评了您的 11-19 周四日报' },
    ])
    const mine = await world.as(att).reports.mine()
    expect(mine.items[0]).toMatchObject({ comments: 1, lastComment: { body: '预算这件事，下周二前弄清' } })
  })

  test('is not for one’s own report, and not empty', async () => {
    const { dm, gm } = world.people
    const report = await file(dm, '2026-11-19')
    const comment = (person: Person, body: string) =>
      world.as(person).reports.comment({ params: { id: report.id }, body: { body } })
    await expect(comment(dm, '好')).rejects.toMatchObject({ problem: { status: 403 } })
    await expect(comment(gm, ' ')).rejects.toMatchObject({ problem: { status: 422 } })
    expect((await comment(gm, '同意')).comments).toHaveLength(1)
  })

  test('waits for a report only as long as fourteen days, in the number as in the list', async () => {
    const { dm, pmSameRegion } = world.people
    const report = await file(pmSameRegion, '2026-11-17')
    const waiting = async (now: string) => {
      world.setNow(now)
      const { items, counts } = await world.as(dm).reports.stream({ query: { box: 'to_comment' } })
      expect(counts.toComment).toBe(items.length)
      return items.some(({ id }) => id === report.id)
    }
    expect(await waiting('2026-12-01T17:29:59+08:00')).toBe(true)
    expect(await waiting('2026-12-01T17:30:00+08:00')).toBe(false)
    expect((await world.as(dm).reports.stream({ query: { box: 'unread' } })).items).toContainEqual(
      expect.objectContaining({ id: report.id }),
    )
  })

  test('quick phrases are the person’s own', async () => {
    const { dm, gm } = world.people
    expect((await world.as(dm).reports.quickPhrases()).phrases).toContain('收到，继续')
    await world.as(dm).reports.setQuickPhrases({ body: { phrases: ['请补图', '请补图', '收到'] } })
    expect((await world.as(dm).reports.quickPhrases()).phrases).toEqual(['请补图', '收到'])
    expect((await world.as(gm).reports.quickPhrases()).phrases).toContain('收到，继续')
  })
})

describe('催办', () => {
  test('reaches those who still owe, once an hour', async () => {
    const { dm, pmSameRegion, spm } = world.people
    world.setNow('2026-11-20T18:00:00+08:00')
    await world.as(spm).reports.submit({ params: { date: '2026-11-20' }, body: filledIn })
    world.setNow('2026-11-23T08:40:00+08:00')
    const first = await world.as(dm).reports.urge({ body: { period: '2026-11-20' } })
    expect(first.urged.map(({ name }) => name)).toContain(pmSameRegion.name)
    expect(first.urged.map(({ name }) => name)).not.toContain(spm.name)
    expect(first.urged.map(({ name }) => name)).not.toContain(dm.name)
    const again = await world.as(dm).reports.urge({ body: { period: '2026-11-20' } })
    expect(again).toEqual({ urged: [], alreadyUrged: first.urged.length })
    expect((await toldTo(world, pmSameRegion))[0]).toEqual({
      kind: 'urge',
      title: '安培之催办：11-20 周五日报还没提交',
    })
    const onlyOne = await world.as(dm).reports.urge({ body: { period: '2026-11-19', personIds: [spm.id] } })
    expect(onlyOne.urged).toEqual([])
  })

  test('is settled with the report: the bell counts only what still has to be done', async () => {
    const { pmSameRegion } = world.people
    const bell = async () => (await world.as(pmSameRegion).notifications.unreadCount()).unread
    const before = await bell()
    await world
      .as(pmSameRegion)
      .reports.submit({ params: { date: '2026-11-20' }, body: { ...filledIn, specialReasonKind: 'network' } })
    expect(await bell()).toBe(before - 1)
  })
})
