import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepHorizons } from '../obligations/horizon.ts'
import { employ, passTo, stateOf, toldTo, writeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
let pm: Person
beforeAll(async () => {
  world = await createWorld()
  world.setNow('2026-11-02T08:00:00+08:00')
  await keepHorizons(world.services.db, world.services.clock.now())
})
afterAll(() => world.close())
beforeEach(async () => {
  pm = await employ(world, { name: '欧牧', entryDate: '2026-10-08' })
  await writeLedger(world, '2026-11-02', '2026-12-31')
  world.setNow('2026-11-23T08:40:00+08:00')
})

const leave = {
  kind: 'leave' as const,
  leaveType: 'personal' as const,
  reason: '家中有事',
  from: '2026-11-26',
  to: '2026-11-26',
}
const trip = {
  kind: 'trip' as const,
  place: '沧屿',
  reason: '现场勘查',
  from: '2026-11-24',
  to: '2026-11-25',
}
const request = (body: object = {}, as: Person = pm) =>
  world.as(as).absences.request({ body: { ...leave, ...body } })
const decide = (
  { id, version }: { id: string; version: number },
  body: { approve: boolean; reason?: string },
  as: Person = world.people.dm,
) => world.as(as).absences.decide({ params: { id }, body: { version, ...body } })
const todayOf = async (as: Person, id: string) =>
  (await world.as(as).today.get()).items.find(({ key }) => key === `absence:${id}`)

describe('a leave that somebody asks for (三.3-b)', () => {
  test('stands as 待批准, frees from nothing and is with the manager at once', async () => {
    const asked = await request()
    expect(asked).toMatchObject({
      waiting: true,
      approvedBy: null,
      can: { decide: false, withdraw: true, cancel: false },
    })
    expect(await stateOf(world, pm, '2026-11-26')).toBe('pending')
    expect((await toldTo(world, world.people.dm))[0]?.title).toBe('欧牧申请请假：2026-11-26，事假')
    expect(await todayOf(world.people.dm, asked.id)).toMatchObject({
      title: '欧牧申请请假，11-26 周四',
      facts: '事假：家中有事',
      dueAt: '2026-11-26T01:00:00.000Z',
      action: { label: '批准', approve: { id: asked.id, version: 1 } },
    })
    expect(await todayOf(world.people.gm, asked.id)).toBeUndefined()
    expect(await todayOf(pm, asked.id)).toBeUndefined()
  })

  test('frees from the report as soon as the manager approves, and the person is told', async () => {
    const asked = await request()
    const approved = await decide(asked, { approve: true })
    expect(approved).toMatchObject({
      waiting: false,
      approvedBy: { name: '安培之' },
      can: { decide: false, cancel: true },
    })
    expect(await stateOf(world, pm, '2026-11-26')).toBe('leave')
    expect((await toldTo(world, pm))[0]?.title).toBe('安培之批准了您的请假：2026-11-26')
    expect(await todayOf(world.people.dm, asked.id)).toBeUndefined()
    await expect(decide(approved, { approve: true })).rejects.toMatchObject({
      problem: { code: 'nothing_to_decide' },
    })
  })

  test('is refused only with a reason, which the person reads; the days can be asked for again', async () => {
    const asked = await request()
    await expect(decide(asked, { approve: false })).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path: 'reason' }] },
    })
    const refused = await decide(asked, { approve: false, reason: '周四要开标' })
    expect(refused).toMatchObject({ waiting: false, refusal: { by: '安培之', reason: '周四要开标' } })
    expect(await stateOf(world, pm, '2026-11-26')).toBe('pending')
    expect((await toldTo(world, pm))[0]?.title).toBe('安培之没有批准您的请假（周四要开标）：2026-11-26')
    expect((await request()).waiting).toBe(true)
  })

  test('nobody decides about himself: the manager’s own is with 总经理', async () => {
    const { dm, gm, spm } = world.people
    const asked = await request({ from: '2026-12-10', to: '2026-12-10' }, dm)
    expect(asked.can).toEqual({ cancel: false, decide: false, withdraw: true })
    await expect(decide(asked, { approve: true })).rejects.toMatchObject({ problem: { status: 403 } })
    await expect(decide(asked, { approve: true }, spm)).rejects.toMatchObject({ problem: { status: 403 } })
    expect(await todayOf(gm, asked.id)).toBeDefined()
    expect((await decide(asked, { approve: true }, gm)).approvedBy?.name).toBe(gm.name)
    await expect(request({}, gm)).rejects.toMatchObject({ problem: { status: 403 } })
  })

  test('is withdrawn by the person while nobody has decided', async () => {
    const { id, version } = await request()
    const withdraw = () => world.as(pm).absences.withdraw({ params: { id }, body: { version } })
    expect(await withdraw()).toMatchObject({ waiting: false, can: { withdraw: false } })
    await expect(withdraw()).rejects.toMatchObject({ problem: { code: 'version_conflict' } })
    expect(await todayOf(world.people.dm, id)).toBeUndefined()
  })
})

describe('a trip that somebody registers himself (§1B-4)', () => {
  test('by the day of departure it frees at once; refused, the open days are owed again', async () => {
    const registered = await request({ ...trip, from: '2026-11-23' })
    expect(registered.waiting).toBe(true)
    expect(await stateOf(world, pm, '2026-11-23')).toBe('trip')
    expect(await stateOf(world, pm, '2026-11-25')).toBe('trip')
    await decide(registered, { approve: false, reason: '改视频会议' })
    expect(await stateOf(world, pm, '2026-11-23')).toBe('pending')
    expect(await stateOf(world, pm, '2026-11-25')).toBe('pending')
  })

  test('after departure it frees only with the approval', async () => {
    await passTo(world, '2026-11-24T10:00:00+08:00')
    const late = await request({ ...trip, from: '2026-11-23' })
    expect(await stateOf(world, pm, '2026-11-24')).toBe('pending')
    expect(await decide(late, { approve: true })).toMatchObject({ lateApproved: true })
    expect(await stateOf(world, pm, '2026-11-24')).toBe('trip')
  })
})

describe('dates that cannot be meant', () => {
  test.each([
    ['before the entry', { from: '2026-10-07', to: '2026-10-09' }, 'from'],
    ['before last month', { from: '1999-01-04', to: '1999-01-05' }, 'from'],
    ['more than a year ahead', { from: '2027-12-01', to: '2027-12-01' }, 'from'],
    ['backwards', { to: '2026-11-25' }, 'to'],
  ])('%s', async (_, body, path) => {
    await expect(request(body)).rejects.toMatchObject({ problem: { status: 422, errors: [{ path }] } })
  })

  test('a reason is made of words', async () => {
    await expect(request({ reason: '🤒' })).rejects.toMatchObject({
      problem: { errors: [{ path: 'reason', message: '事由要写文字' }] },
    })
  })

  test('everything that is wrong is told at once', async () => {
    await expect(
      request({ ...trip, place: '', reason: '', from: '2026-11-26', to: '2026-11-25' }),
    ).rejects.toMatchObject({
      problem: { errors: [{ path: 'reason' }, { path: 'place' }, { path: 'to' }] },
    })
  })

  test('an overlap names the other record', async () => {
    const { id } = await request()
    await expect(request()).rejects.toMatchObject({
      problem: { code: 'duplicate_record', facts: { absenceId: id, from: '2026-11-26' } },
    })
  })
})
