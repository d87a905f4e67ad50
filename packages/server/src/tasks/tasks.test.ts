import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { makeTarget, type Target } from '../testing/access-matrix/targets.ts'
import { refusal } from '../testing/refusal.ts'
import { toldTo } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { announceOverdue } from './overdue.ts'

let world: World
let target: Target
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.setNow('2026-11-23T10:00:00+08:00')
  target = await makeTarget(world, 'pm')
})

const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code
const pathsOf = async (call: Promise<unknown>) => (await refusal(call)).errors?.map(({ path }) => path)
const assign = (body: object = {}, as: Person = world.people.dm) =>
  world.as(as).tasks.assign({
    body: { subject: '补报技术方案', ownerId: world.people.pm.id, dueOn: '2026-11-25', ...body },
  })
const get = (id: string, as: Person) => world.as(as).tasks.get({ params: { id } })
const todayOf = async (as: Person, key: string) =>
  (await world.as(as).today.get()).items.find((item) => item.key === key)
type Seen = { id: string; version: number }
const feedback = ({ id, version }: Seen, as: Person = world.people.pm) =>
  world.as(as).tasks.feedback({ params: { id }, body: { version, body: '方案已报送，客户收到' } })
const accept = ({ id, version }: Seen, as: Person = world.people.dm) =>
  world.as(as).tasks.accept({ params: { id }, body: { version } })
const sendBack = ({ id, version }: Seen, reason = '缺报价单', as: Person = world.people.dm) =>
  world.as(as).tasks.sendBack({ params: { id }, body: { version, reason } })

describe('二.2.1)(15) 交办 from the direct superior alone', () => {
  test('the owner has it at once: told, on 今天 with its day, on his list', async () => {
    const { pm, dm } = world.people
    const made = await assign({ description: '带上保护定值清单' })
    expect(made).toMatchObject({
      kind: 'assigned',
      state: 'open',
      owner: { id: pm.id },
      assigner: { id: dm.id },
      dueAt: '2026-11-25T16:00:00.000Z',
    })
    expect((await toldTo(world, pm))[0]?.title).toBe('安培之交办：补报技术方案')
    expect(await todayOf(pm, `task:${made.id}`)).toMatchObject({
      group: 'week',
      action: { label: '反馈' },
      clause: '二.2.1)(15)',
    })
    const { items } = await world.as(pm).tasks.agenda()
    expect(items.find(({ taskId }) => taskId === made.id)).toMatchObject({
      group: 'week',
      facts: '安培之交办，带上保护定值清单',
    })
  })

  test.each([
    ['to somebody of another division', () => ({ ownerId: world.people.pmOther.id }), 'ownerId'],
    ['to somebody who has left', () => ({ ownerId: world.people.left.id }), 'ownerId'],
    ['to oneself', () => ({ ownerId: world.people.dm.id }), 'ownerId'],
    ['without a day', () => ({ dueOn: undefined }), 'dueOn'],
    ['for a day that has passed', () => ({ dueOn: '2026-11-22' }), 'dueOn'],
    ['for a minute that has passed', () => ({ dueOn: '2026-11-23', dueTime: '09:59' }), 'dueOn'],
    ['without a subject', () => ({ subject: ' ' }), 'subject'],
    [
      'because of a report that is not there',
      () => ({ source: { reportId: target.customerId, quote: '甲' } }),
      'source',
    ],
    ['for a customer that is not there', () => ({ customerId: target.personId }), 'customerId'],
  ])('%s: the field says so', async (_, body, path) => {
    expect(await pathsOf(assign(body()))).toContain(path)
  })

  test('总经理 assigns to managers, not over their heads', async () => {
    const { gm, dm, pm } = world.people
    expect(await pathsOf(assign({}, gm))).toEqual(['ownerId'])
    const made = await assign({ ownerId: dm.id }, gm)
    expect((await get(made.id, dm)).can).toMatchObject({ feedback: true, accept: false, change: false })
    await feedback(made, dm)
    expect((await toldTo(world, gm))[0]?.title).toBe('安培之反馈：补报技术方案，请验收')
    expect(await codeOf(get(made.id, pm))).toBe('not_found')
    expect((await world.as(gm).tasks.assignable()).people.map(({ id }) => id)).toEqual([
      dm.id,
      world.people.dmOther.id,
    ])
  })

  test('pressing twice assigns once', async () => {
    const call = {
      idempotencyKey: crypto.randomUUID(),
      body: { subject: '补报技术方案', ownerId: world.people.pm.id, dueOn: '2026-11-25' },
    }
    const { tasks } = world.as(world.people.dm)
    expect((await tasks.assign(call)).id).toBe((await tasks.assign(call)).id)
  })
})

describe('五.1.1) a sentence of a report becomes a task', () => {
  test('both sides keep the way to each other', async () => {
    const { dm, pm } = world.people
    const made = await assign({ source: { reportId: target.reportId, quote: '客户要求本周给方案' } })
    expect((await get(made.id, pm)).source).toMatchObject({
      reportId: target.reportId,
      author: '焦尔',
      quote: '客户要求本周给方案',
    })
    for (const reader of [dm, pm]) {
      const { items } = await world.as(reader).tasks.list({ query: { reportId: target.reportId } })
      expect(items.map(({ id }) => id)).toEqual([made.id])
    }
  })

  test('nobody quotes a report that he may not read', async () => {
    const other = await makeTarget(world, 'pmOther')
    expect(await pathsOf(assign({ source: { reportId: other.reportId, quote: '甲' } }))).toEqual(['source'])
  })
})

describe('二.2.1)(15) feedback, acceptance, return', () => {
  test('reported, sent back with a reason, reported again, accepted; each told to the other', async () => {
    const { dm, pm } = world.people
    const made = await assign()
    const reported = await feedback(made)
    expect(reported).toMatchObject({ state: 'reported', result: '方案已报送，客户收到' })
    expect(await todayOf(pm, `task:${made.id}`)).toBeUndefined()
    expect(await todayOf(dm, `accept:${made.id}`)).toMatchObject({ action: { label: '验收' } })
    const returned = await sendBack(reported)
    expect((await toldTo(world, pm))[0]?.title).toBe('安培之退回：补报技术方案')
    expect(await todayOf(pm, `task:${made.id}`)).toMatchObject({ tag: { text: '已退回' } })
    const closed = await accept(await feedback(returned))
    expect(closed).toMatchObject({
      state: 'accepted',
      can: { feedback: false, accept: false, cancel: false },
    })
    expect(closed.log.map(({ kind }) => kind)).toEqual([
      'assigned',
      'feedback',
      'returned',
      'feedback',
      'accepted',
    ])
    const { items } = await world.as(pm).tasks.list({ query: { side: 'mine', open: 'false' } })
    expect(items[0]?.id).toBe(made.id)
    expect(await todayOf(dm, `accept:${made.id}`)).toBeUndefined()
  })

  test('nothing is accepted before it was reported, and nothing twice', async () => {
    const made = await assign()
    expect(await codeOf(accept(made))).toBe('nothing_to_decide')
    const reported = await feedback(made)
    expect(await codeOf(feedback(reported))).toBe('nothing_to_decide')
    expect(await codeOf(accept(made))).toBe('version_conflict')
    const again = await accept(reported)
    expect(await codeOf(accept(again))).toBe('nothing_to_decide')
  })

  test('of two managers at once one accepts; the other learns that it was done', async () => {
    const reported = await feedback(await assign())
    const answers = await Promise.allSettled([accept(reported), accept(reported)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('the owner neither accepts nor cancels his own, the manager does not report for him', async () => {
    const { dm, pm, spm } = world.people
    const made = await assign()
    expect(await codeOf(accept(made, pm))).toBe('forbidden')
    expect(
      await codeOf(world.as(pm).tasks.cancel({ params: made, body: { version: 1, reason: '不做了' } })),
    ).toBe('forbidden')
    expect(await codeOf(feedback(made, dm))).toBe('forbidden')
    expect(await codeOf(get(made.id, spm))).toBe('not_found')
  })

  test('a return and a cancellation without a reason are refused', async () => {
    const made = await assign()
    const cancel = (reason?: string) =>
      world
        .as(world.people.dm)
        .tasks.cancel({ params: { id: made.id }, body: { version: made.version, reason } })
    expect(await pathsOf(cancel())).toEqual(['reason'])
    expect((await cancel('客户改期')).state).toBe('cancelled')
    expect((await toldTo(world, world.people.pm))[0]?.title).toBe('安培之取消了交办：补报技术方案')
    expect(await pathsOf(sendBack(made, ' '))).toEqual(['reason'])
  })

  test('given to somebody else it is the other’s, and the first one loses it', async () => {
    const { dm, pm, pmSameRegion } = world.people
    const made = await assign()
    const { id, version, subject } = made
    const body = { version, subject, dueOn: '2026-11-26', ownerId: pmSameRegion.id }
    const moved = await world.as(dm).tasks.change({ params: { id }, body })
    expect(moved).toMatchObject({ owner: { id: pmSameRegion.id }, dueAt: '2026-11-26T16:00:00.000Z' })
    expect(await codeOf(get(id, pm))).toBe('not_found')
    expect((await toldTo(world, pm))[0]?.title).toBe('安培之把任务改由瓦澜做：补报技术方案')
  })
})

describe('overdue', () => {
  test('owner and manager are told once, by whichever server comes first; a new day may be told of again', async () => {
    const { dm, pm } = world.people
    const made = await assign({ subject: '逾期的事', dueOn: '2026-11-23', dueTime: '18:00' })
    const { db } = world.services
    const late = async (at: string) => {
      world.setNow(at)
      await Promise.all([announceOverdue(db, new Date(at)), announceOverdue(db, new Date(at))])
      return (await toldTo(world, dm)).filter(({ title }) => title.includes('逾期的事')).length
    }
    expect(await late('2026-11-23T18:00:59+08:00')).toBe(0)
    expect(await late('2026-11-23T18:01:00+08:00')).toBe(1)
    expect(await late('2026-11-23T18:05:00+08:00')).toBe(1)
    expect((await toldTo(world, pm))[0]?.title).toBe('交办任务逾期：逾期的事')
    expect(await todayOf(pm, `task:${made.id}`)).toMatchObject({ group: 'overdue' })
    const body = { version: made.version, subject: '逾期的事', dueOn: '2026-11-24' }
    await world.as(dm).tasks.change({ params: { id: made.id }, body })
    expect(await late('2026-11-25T00:00:01+08:00')).toBe(2)
  })
})

describe('个人待办 is one’s own', () => {
  const create = (body: object = {}) =>
    world.as(world.people.pm).tasks.create({ body: { subject: '给江工回电话', ...body } })

  test('written, done with a word, opened again; nobody else ever sees it, not even in the audit', async () => {
    const { dm, pm, gm } = world.people
    const made = await create({ customerId: target.customerId, dueOn: '2026-11-23', dueTime: '16:00' })
    expect(made).toMatchObject({ kind: 'general', assigner: null, dueAt: '2026-11-23T08:00:00.000Z' })
    expect(await todayOf(pm, `task:${made.id}`)).toMatchObject({ action: { label: '完成' }, clause: null })
    for (const other of [dm, gm]) expect(await codeOf(get(made.id, other))).toBe('not_found')
    const step = { params: { id: made.id } }
    const done = await world.as(pm).tasks.complete({ ...step, body: { version: 1, result: '说好周五去' } })
    expect(done).toMatchObject({ state: 'done', result: '说好周五去', can: { reopen: true } })
    const open = await world.as(pm).tasks.reopen({ ...step, body: { version: done.version } })
    expect(open).toMatchObject({ state: 'open', closedAt: null })
    const audit = await world.as(dm).audit.list({ query: { limit: 100 } })
    expect(JSON.stringify(audit)).not.toContain('给江工回电话')
    expect(JSON.stringify(audit)).not.toContain(made.id)
    expect(await codeOf(feedback({ id: made.id, version: open.version }))).toBe('forbidden')
  })

  test('a time without a day and a customer out of reach are refused', async () => {
    const other = await makeTarget(world, 'pmOtherRegion')
    expect(await pathsOf(create({ dueTime: '09:00' }))).toEqual(['dueOn'])
    expect(await pathsOf(create({ customerId: other.customerId }))).toEqual(['customerId'])
  })

  test('四.1.1)① the list takes in what a meeting left', async () => {
    const { db } = world.services
    const { pm, dm } = world.people
    const at = new Date('2026-11-16T09:30:00+08:00')
    const meetingId = newId()
    await db
      .insertInto('meetings')
      .values({
        ...{
          id: meetingId,
          divisionId: world.divisionId,
          number: 'HY-1',
          kind: 'regular',
          state: 'ended',
        },
        ...{ title: '周例会', week: '2026-W47', startsAt: at, createdAt: at, updatedAt: at },
      })
      .execute()
    const id = newId()
    await db
      .insertInto('actionItems')
      .values({
        ...{
          id,
          meetingId,
          divisionId: world.divisionId,
          ownerId: pm.id,
          body: '落实样机',
          dueOn: '2026-11-20',
        },
        ...{ createdAt: at, createdBy: dm.id, updatedAt: at },
      })
      .execute()
    const { items } = await world.as(pm).tasks.agenda()
    expect(items.find(({ key }) => key === `action:${id}`)).toMatchObject({
      kind: 'action_item',
      group: 'overdue',
      facts: 'HY-1 周例会',
      to: `/meetings/action-items?open=${id}`,
    })
  })

  test('the list takes in what was promised to customers', async () => {
    const { items } = await world.as(world.people.pm).tasks.agenda()
    expect(items.find(({ key }) => key === `step:${target.activityId}`)).toMatchObject({
      kind: 'next_step',
      group: 'later',
      complete: { of: 'next_step', id: target.activityId },
    })
  })
})
