import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { toldTo } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { remindOfOverdue } from './overdue.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(() => world.setNow('2026-11-23T10:00:00+08:00'))

const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code
const pathsOf = async (call: Promise<unknown>) => (await refusal(call)).errors?.map(({ path }) => path)
const facts = { type: 'proposal', subject: '统一报价模板', content: '各片区的报价模板不一样' } as const
const propose = (body: object = {}, as: Person = world.people.pm) =>
  world.as(as).suggestions.record({ body: { ...facts, ...body } })
type Seen = { id: string; version: number }
const reply = ({ id, version }: Seen, adopted: boolean, as: Person = world.people.dm) =>
  world.as(as).suggestions.reply({ params: { id }, body: { version, reply: '十二月起用一份', adopted } })
const get = (id: string, as: Person) => world.as(as).suggestions.get({ params: { id } })

describe('三.6 新情况、新问题、合理化建议', () => {
  test('the manager is told and has five working days, counted down on 今天', async () => {
    const { dm } = world.people
    const made = await propose()
    expect(made.replyDueAt).toBe('2026-11-30T16:00:00.000Z')
    expect((await toldTo(world, dm))[0]?.title).toBe('焦尔提出合理化建议：统一报价模板')
    const item = async () =>
      (await world.as(dm).today.get()).items.find(({ key }) => key === `suggestion:${made.id}`)
    expect(await item()).toMatchObject({ dueAt: made.replyDueAt, group: 'next', action: { label: '回复' } })
    world.setNow('2026-12-01T09:00:00+08:00')
    expect(await item()).toMatchObject({ group: 'overdue' })
    await reply(made, true)
    expect(await item()).toBeUndefined()
  })

  test('逾期: the whole last day counts; then the manager is reminded once and who proposed sees it, until it is answered', async () => {
    const { dm, pm } = world.people
    const made = await propose({ subject: '逾期的一条' })
    const { db } = world.services
    const reminders = async () =>
      (await toldTo(world, dm)).filter(({ title }) => title === '建议逾期未答复：逾期的一条').length
    world.setNow('2026-12-01T00:00:00+08:00')
    await remindOfOverdue(db, new Date('2026-12-01T00:00:00+08:00'))
    expect([await reminders(), (await get(made.id, pm)).overdue]).toEqual([0, false])
    world.setNow('2026-12-01T00:00:01+08:00')
    const late = new Date('2026-12-01T00:00:01+08:00')
    await Promise.all([remindOfOverdue(db, late), remindOfOverdue(db, late)])
    await remindOfOverdue(db, new Date('2026-12-02T09:00:00+08:00'))
    expect([await reminders(), (await get(made.id, pm)).overdue]).toEqual([1, true])
    expect((await toldTo(world, pm)).map(({ title }) => title)).not.toContain('建议逾期未答复：逾期的一条')
    const { version } = await get(made.id, dm)
    await reply({ id: made.id, version }, false)
    expect((await get(made.id, pm)).overdue).toBe(false)
  })

  test('everybody of the division reads it with the reply; nobody of another does', async () => {
    const { oa, pm, pmOther, pmOtherRegion, gm } = world.people
    const made = await propose()
    const answered = await reply(made, true)
    expect(answered).toMatchObject({ adopted: true, repliedBy: { name: '安培之' } })
    expect((await toldTo(world, pm))[0]?.title).toBe('安培之采纳了您的建议：统一报价模板')
    for (const reader of [oa, pmOtherRegion, gm])
      expect(await get(made.id, reader)).toMatchObject({ reply: '十二月起用一份', author: { name: '焦尔' } })
    expect(await codeOf(get(made.id, pmOther))).toBe('not_found')
  })

  test('the first reply is the one that counts; better words and 采纳 may follow', async () => {
    const made = await propose()
    const first = await reply(made, false)
    world.setNow('2026-11-24T10:00:00+08:00')
    const second = await reply(first, false)
    expect(second.repliedAt).toBe(first.repliedAt)
    const adopt = ({ id, version }: Seen) =>
      world.as(world.people.dm).suggestions.adopt({ params: { id }, body: { version, adopted: true } })
    expect((await adopt(second)).adopted).toBe(true)
    expect(await codeOf(adopt(second))).toBe('version_conflict')
    expect(await codeOf(adopt(await propose()))).toBe('nothing_to_decide')
  })

  test('its author puts it better until it is answered, nobody else does', async () => {
    const { pm, pmSameRegion } = world.people
    const made = await propose()
    const change = ({ id, version }: Seen, as: Person) =>
      world.as(as).suggestions.change({ params: { id }, body: { ...facts, version, subject: '统一报价' } })
    expect(await codeOf(change(made, pmSameRegion))).toBe('forbidden')
    const changed = await change(made, pm)
    expect(changed).toMatchObject({ subject: '统一报价', can: { change: true } })
    expect(await codeOf(change(await reply(changed, false), pm))).toBe('nothing_to_decide')
  })

  test('二.2.4)(5) 经营建议 come from 综合管理', async () => {
    expect(await pathsOf(propose({ type: 'business' }))).toEqual(['type'])
    expect((await propose({ type: 'business' }, world.people.oa)).type).toBe('business')
  })

  test('everything missing is said at once; pressing twice proposes once', async () => {
    expect(await pathsOf(propose({ type: undefined, subject: '', content: ' ' }))).toEqual([
      'type',
      'subject',
      'content',
    ])
    const call = { idempotencyKey: crypto.randomUUID(), body: facts }
    const { suggestions } = world.as(world.people.pm)
    expect((await suggestions.record(call)).id).toBe((await suggestions.record(call)).id)
  })

  test('the sums by person count the rows that the list shows', async () => {
    const { pmOther, dmOther } = world.people
    await propose({}, pmOther)
    await reply(await propose({ type: 'problem' }, pmOther), true, dmOther)
    const { suggestions } = world.as(dmOther)
    expect(await suggestions.figures()).toEqual({
      all: 2,
      unanswered: 1,
      adopted: 1,
      type: [
        { value: 'problem', label: '新问题', count: 1 },
        { value: 'proposal', label: '合理化建议', count: 1 },
      ],
      author: [{ value: pmOther.id, label: '陆远', count: 2, adopted: 1 }],
    })
    expect((await suggestions.list({ query: { adopted: 'true' } })).items).toHaveLength(1)
    expect((await suggestions.list({ query: { answered: 'false' } })).items).toHaveLength(1)
    expect((await suggestions.list({ query: { from: '2026-11-24' } })).items).toHaveLength(0)
    expect((await suggestions.figures({ query: { to: '2026-11-22' } })).all).toBe(0)
  })
})
