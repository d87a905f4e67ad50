import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTarget, type Target } from '../testing/access-matrix/targets.ts'
import { refusal } from '../testing/refusal.ts'
import { toldTo } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { letUnansweredStand } from './stand.ts'

let world: World
let target: Target
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.setNow('2026-11-20T10:00:00+08:00')
  target = await makeTarget(world, 'pm')
})

const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code
const pathsOf = async (call: Promise<unknown>) => (await refusal(call)).errors?.map(({ path }) => path)
const log = (body: object = {}, as: Person = world.people.pm) =>
  world.as(as).verbalReports.record({ body: { topic: '客户要改付款方式', ...body } })
const answer = (id: string, heard: boolean, as: Person = world.people.dm) =>
  world.as(as).verbalReports.answer({ params: { id }, body: { heard } })
const get = (id: string, as: Person) => world.as(as).verbalReports.get({ params: { id } })

describe('五.5.1) one tap after speaking', () => {
  test('the manager has it at once, until the end of the next working day', async () => {
    const { dm } = world.people
    const made = await log({ customerId: target.customerId })
    expect(made).toMatchObject({
      state: 'logged',
      occurredAt: '2026-11-20T02:00:00.000Z',
      answerDueAt: '2026-11-23T16:00:00.000Z',
      customer: { id: target.customerId },
      can: { answer: false },
    })
    expect((await toldTo(world, dm))[0]?.title).toBe('焦尔口头汇报，请确认：客户要改付款方式')
    const item = (await world.as(dm).today.get()).items.find(({ key }) => key === `verbal:${made.id}`)
    expect(item).toMatchObject({ clause: '五.5.2)②', action: { label: '已听取', answer: made.id } })
  })

  test.each([
    [true, 'heard', '安培之听取了您的口头汇报：客户要改付款方式'],
    [false, 'not_received', '安培之说没有收到您的口头汇报：客户要改付款方式'],
  ] as const)('answered with %s it is %s, and the person learns of it', async (heard, state, title) => {
    const { dm, pm } = world.people
    const made = await log()
    expect(await answer(made.id, heard)).toMatchObject({ state, answeredBy: { id: dm.id } })
    expect((await toldTo(world, pm))[0]?.title).toBe(title)
    expect(await codeOf(answer(made.id, !heard))).toBe('nothing_to_decide')
    expect(
      (await world.as(dm).today.get()).items.find(({ key }) => key === `verbal:${made.id}`),
    ).toBeUndefined()
  })

  test('what the manager logs for his staff he has heard', async () => {
    const { dm, pm } = world.people
    const made = await log({ personId: pm.id, occurredAt: '2026-11-20T09:10:00+08:00' }, dm)
    expect(made).toMatchObject({ state: 'heard', person: { id: pm.id }, loggedBy: { id: dm.id } })
    expect(await pathsOf(log({ personId: world.people.pmOther.id }, dm))).toEqual(['personId'])
    expect(await pathsOf(log({ personId: world.people.left.id }, dm))).toEqual(['personId'])
    expect(await pathsOf(log({ personId: pm.id }, world.people.spm))).toEqual(['personId'])
  })

  test('the manager’s own go to 总经理, who sees no others', async () => {
    const { dm, gm, pm } = world.people
    const own = await log({}, dm)
    expect((await toldTo(world, gm))[0]?.title).toContain('安培之口头汇报')
    expect(await codeOf(answer(own.id, true))).toBe('forbidden')
    expect(await answer(own.id, true, gm)).toMatchObject({ state: 'heard' })
    const staff = await log()
    expect(await codeOf(get(staff.id, gm))).toBe('not_found')
    expect(await codeOf(get(own.id, pm))).toBe('not_found')
    expect(await pathsOf(log({}, gm))).toEqual(['personId'])
  })

  test('without a topic, for the future, or about a customer out of reach it is refused', async () => {
    const other = await makeTarget(world, 'pmOtherRegion')
    expect(await pathsOf(log({ topic: ' ' }))).toEqual(['topic'])
    expect(await pathsOf(log({ occurredAt: '2026-11-20T10:01:00+08:00' }))).toEqual(['occurredAt'])
    expect(await pathsOf(log({ customerId: other.customerId }))).toEqual(['customerId'])
  })

  test('pressing twice logs once', async () => {
    const call = { idempotencyKey: crypto.randomUUID(), body: { topic: '客户要改付款方式' } }
    const { verbalReports } = world.as(world.people.pm)
    expect((await verbalReports.record(call)).id).toBe((await verbalReports.record(call)).id)
  })
})

describe('五.5.2)② nobody answers: the time stamp stands', () => {
  test('from midnight after the next working day, once, whichever server comes first', async () => {
    const { dm, pm } = world.people
    const { id } = await log({ topic: '标书要延期' })
    const { db } = world.services
    const stateAt = async (at: string) => {
      await Promise.all([letUnansweredStand(db, new Date(at)), letUnansweredStand(db, new Date(at))])
      return (await get(id, pm)).state
    }
    expect(await stateAt('2026-11-23T23:59:59+08:00')).toBe('logged')
    expect(await stateAt('2026-11-24T00:00:01+08:00')).toBe('stands')
    expect(await stateAt('2026-11-25T00:00:01+08:00')).toBe('stands')
    for (const person of [dm, pm]) {
      const told = (await toldTo(world, person)).filter(
        ({ title }) => title === '口头汇报超时存证：标书要延期',
      )
      expect(told).toHaveLength(1)
    }
    expect(await codeOf(answer(id, false))).toBe('nothing_to_decide')
  })
})

describe('五.5.2) an incident shows what it rests on', () => {
  const incident = (body: object = {}, as: Person = world.people.dm) =>
    world.as(as).incidents.record({
      body: {
        occurredAt: '2026-11-20T15:00:00+08:00',
        content: '客户按旧条款付款，少付二十万',
        personId: as === world.people.pm ? undefined : world.people.pm.id,
        ...body,
      },
    })
  const shown = async (id: string, as: Person = world.people.pm) =>
    (await world.as(as).incidents.get({ params: { id } })).liability

  test('it follows the answer of the manager: 待认定, then shared', async () => {
    const report = await log()
    world.setNow('2026-11-20T16:00:00+08:00')
    const made = await incident({ verbalReportId: report.id })
    expect(made.liability).toMatchObject({ verdict: 'open', clause: '五.5.2)②' })
    await answer(report.id, true)
    expect(await shown(made.id)).toMatchObject({ verdict: 'shared', reason: '事前汇报过，上级已听取' })
  })

  test('without a report it is the person’s own, and nothing else happens to him', async () => {
    const { dm, pm } = world.people
    world.setNow('2026-11-20T16:00:00+08:00')
    const made = await incident({}, pm)
    expect(made).toMatchObject({
      liability: { verdict: 'own', clause: '五.5.2)①' },
      can: { link: false },
      candidates: [],
    })
    expect((await toldTo(world, dm)).map(({ title }) => title)).toContain('登记了问题事件：焦尔，11-20')
  })

  test('another report is picked with a reason, and the audit keeps both', async () => {
    const { dm, pm } = world.people
    const report = await log()
    await answer(report.id, true)
    world.setNow('2026-11-20T16:00:00+08:00')
    const made = await incident()
    expect(made.candidates.map(({ id }) => id)).toContain(report.id)
    const link = (version: number, reason: string, as: Person = dm) =>
      world
        .as(as)
        .incidents.link({ params: { id: made.id }, body: { version, verbalReportId: report.id, reason } })
    expect(await pathsOf(link(1, '是'))).toEqual(['reason'])
    expect(await codeOf(link(1, '就是这一次', pm))).toBe('forbidden')
    expect((await link(1, '就是这一次汇报')).liability.verdict).toBe('shared')
    expect(await codeOf(link(1, '就是这一次汇报'))).toBe('version_conflict')
    const audit = await world.as(dm).audit.list({ query: { limit: 50 } })
    expect(JSON.stringify(audit)).toContain('就是这一次汇报')
  })

  test('of somebody else, in the future, or with a report of somebody else it is refused', async () => {
    const { pm, pmOther, pmSameRegion, spm } = world.people
    const strange = await log({}, pmSameRegion)
    expect(await pathsOf(incident({ occurredAt: '2026-11-20T10:01:00+08:00' }))).toEqual(['occurredAt'])
    world.setNow('2026-11-20T16:00:00+08:00')
    expect(await pathsOf(incident({ personId: pmOther.id }))).toEqual(['personId'])
    expect(await pathsOf(incident({ personId: pm.id }, spm))).toEqual(['personId'])
    expect(await pathsOf(incident({ verbalReportId: strange.id }))).toEqual(['verbalReportId'])
  })
})

/** The last one: the parameter stays. */
test('G27 a division that leaves them unlogged is not offered the log and refused it; what was logged stays', async () => {
  const { adm, dm, pm } = world.people
  const before = await log()
  const value = {
    key: 'verbal.logEnabled',
    value: false,
    effectiveFrom: '2026-12-01',
    reason: '事业部会议决定',
  } as const
  await world.as(adm).regulation.setParameter({ body: { divisionId: world.divisionId, ...value } })
  expect((await world.as(pm).session.current()).rights).toContain('verbal_reports.record')
  world.setNow('2026-12-01T09:00:00+08:00')
  expect((await world.as(pm).session.current()).rights).not.toContain('verbal_reports.record')
  expect(await codeOf(log())).toBe('forbidden')
  expect(await answer(before.id, true, dm)).toMatchObject({ state: 'heard' })
})
