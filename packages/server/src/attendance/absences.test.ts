import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepHorizons } from '../obligations/horizon.ts'
import { untilWaiting } from '../testing/locks.ts'
import { employ, filledIn, passTo, stateOf, toldTo, writeLedger } from '../testing/reporting.ts'
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
})

const leave = { kind: 'leave' as const, leaveType: 'personal' as const, reason: '家中有事' }
const trip = { kind: 'trip' as const, place: '沧屿', reason: '现场勘查' }
const register = (body: object, as: Person = world.people.dm) =>
  world
    .as(as)
    .absences.register({ body: { personId: pm.id, ...leave, from: '2026-11-26', to: '2026-11-26', ...body } })

describe('who registers', () => {
  test('the manager for staff, 总经理 for the manager, nobody for himself', async () => {
    const { dm, gm, dmOther, spm } = world.people
    world.setNow('2026-11-23T08:40:00+08:00')
    await expect(register({}, spm)).rejects.toMatchObject({ problem: { status: 403 } })
    await expect(register({}, dmOther)).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(register({}, gm)).rejects.toMatchObject({
      problem: { status: 403, detail: '职员的请假和出差由部门经理登记' },
    })
    await expect(register({ personId: dm.id })).rejects.toMatchObject({
      problem: { status: 403, detail: '自己的请假和出差由上级批准' },
    })
    expect(await register({ personId: dm.id }, gm)).toMatchObject({ approvedBy: { name: gm.name } })
    expect(await register({})).toMatchObject({ person: { name: '欧牧' }, can: { cancel: true } })
    expect((await toldTo(world, pm))[0]?.title).toBe('安培之登记了您的请假：2026-11-26')
    await expect(world.as(null).absences.list()).rejects.toMatchObject({ problem: { status: 401 } })
  })

  test('every wrong field is told', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    const refused = (body: object, path: string) =>
      expect(register(body)).rejects.toMatchObject({ problem: { status: 422, errors: [{ path }] } })
    await refused({ to: '2026-11-25' }, 'to')
    await refused({ leaveType: null }, 'leaveType')
    await refused({ ...trip, place: null }, 'place')
    await refused({ portion: 'am', to: '2026-11-27' }, 'portion')
    await refused({ reason: '' }, 'reason')
    await expect(register({ ...trip, place: ' ', reason: '' })).rejects.toMatchObject({
      problem: { errors: [{ path: 'reason' }, { path: 'place' }] },
    })
  })

  test('two that overlap are refused, the two halves of a day are not', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    await register({ portion: 'am' })
    await register({ portion: 'pm' })
    await expect(register({ ...trip, from: '2026-11-24', to: '2026-11-27' })).rejects.toMatchObject({
      problem: { code: 'duplicate_record', errors: [{ path: 'from' }] },
    })
    expect(await stateOf(world, pm, '2026-11-26')).toBe('leave')
  })

  test('two registered for the same days at the same moment: one stands, the other is refused', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    const both = await world.services.db.transaction().execute(async (trx) => {
      await sql`lock table absences in share mode`.execute(trx) // both may look, neither may write yet
      const answers = Promise.allSettled([register({}), register(trip)])
      await untilWaiting(world, 2)
      return { answers }
    })
    const outcomes = await both.answers
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: { code: 'duplicate_record' } },
    })
  })

  test('each sees his own; the manager and 考勤员 see the division', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    await register({})
    const seen = async (as: Person) =>
      (await world.as(as).absences.list({ query: { personId: pm.id } })).length
    expect(await seen(pm)).toBe(1)
    expect(await seen(world.people.dm)).toBe(1)
    expect(await seen(world.people.att)).toBe(1)
    expect(await seen(world.people.gm)).toBe(1)
    expect(await seen(world.people.oa)).toBe(0)
    expect(await seen(world.people.pm)).toBe(0)
    expect(await seen(world.people.dmOther)).toBe(0)
  })
})

describe('what it frees from', () => {
  test('a full day of leave does, half a day does not', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    await register({})
    await register({ from: '2026-11-27', to: '2026-11-27', portion: 'pm' })
    expect(await stateOf(world, pm, '2026-11-26')).toBe('leave')
    expect(await stateOf(world, pm, '2026-11-27')).toBe('pending')
    const cell = await world.as(pm).compliance.cell({ params: { personId: pm.id, date: '2026-11-27' } })
    expect(cell.story[0]?.text).toBe('工作日当天必须填写。只请了半天假，日报仍须填写。')
  })

  test('a trip over a weekend frees every working day from departure to return', async () => {
    world.setNow('2026-11-05T08:40:00+08:00')
    await register({ ...trip, from: '2026-11-06', to: '2026-11-09' })
    expect(await stateOf(world, pm, '2026-11-06')).toBe('trip')
    expect(await stateOf(world, pm, '2026-11-07')).toBe('none')
    expect(await stateOf(world, pm, '2026-11-09')).toBe('trip')
    expect(await stateOf(world, pm, '2026-11-10')).toBe('pending')
    world.setNow('2026-11-06T20:00:00+08:00')
    const written = await world.as(pm).reports.submit({ params: { date: '2026-11-06' }, body: filledIn })
    expect(written.state).toBe('exempt')
  })

  test('a trip registered after departure frees the days that are still open, the closed one stays', async () => {
    await passTo(world, '2026-11-19T10:00:00+08:00')
    const late = await register({ ...trip, from: '2026-11-17', to: '2026-11-20' })
    expect(late.lateApproved).toBe(true)
    expect(await stateOf(world, pm, '2026-11-17')).toBe('missed')
    expect(await stateOf(world, pm, '2026-11-19')).toBe('trip')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('trip')
  })

  test('cancelled, the open days are owed again; a second cancellation is a conflict', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    const { id, version } = await register({})
    const cancel = () =>
      world.as(world.people.dm).absences.cancel({ params: { id }, body: { version, reason: '改期' } })
    expect((await cancel()).can.cancel).toBe(false)
    expect(await stateOf(world, pm, '2026-11-26')).toBe('pending')
    await expect(cancel()).rejects.toMatchObject({ problem: { code: 'version_conflict' } })
  })
})
