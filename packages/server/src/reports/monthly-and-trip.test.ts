import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepHorizons } from '../obligations/horizon.ts'
import { employ, passTo, writeWholeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
let pm: Person
beforeAll(async () => {
  world = await createWorld()
  world.setNow('2026-09-01T08:00:00+08:00')
  await keepHorizons(world.services.db, world.services.clock.now())
})
afterAll(() => world.close())
beforeEach(async () => {
  pm = await employ(world, { name: '欧牧', entryDate: '2026-01-05' })
})

const filled = {
  version: 0,
  description: [{ text: '听涛县供电公司防火墙中标' }],
  result: [{ text: '沧屿二期立项' }],
  issue: '验收拖期两周',
}
const late = { specialReasonKind: 'reception' as const, specialReason: '接待客户' }

describe('五.3.3) when a monthly report is filed', () => {
  beforeEach(() => writeWholeLedger(world, '2026-09-01', '2026-11-30'))
  const submit = (month: string, body: object = {}) =>
    world.as(pm).reports.submitMonthly({ params: { month }, body: { ...filled, ...body } })

  test.each([
    ['2026-09', '2026-09-30T17:30:00+08:00', {}, 'on_time', 'on its last day'],
    ['2026-09', '2026-09-18T17:30:00+08:00', {}, 'on_time', 'before it, as somebody may who goes on leave'],
    ['2026-09', '2026-10-08T17:59:00+08:00', late, 'excused_late', '一分钟 before the office closes'],
    ['2026-09', '2026-10-08T18:00:59+08:00', late, 'excused_late', 'inside the minute of the deadline'],
    ['2026-09', '2026-10-08T18:01:00+08:00', late, 'late_fill', '以没填计 a minute later'],
    ['2026-10', '2026-10-31T23:59:59+08:00', {}, 'on_time', 'on a Saturday'],
    ['2026-10', '2026-11-02T18:00:00+08:00', late, 'excused_late', 'on the first working day of November'],
  ])('%s filed at %s is %s: %s', async (month, now, body, state, _why) => {
    world.setNow(now)
    expect(await submit(month, body)).toMatchObject({ kind: 'monthly', period: month, state })
  })

  test('has three boxes, and each of them has to say something', async () => {
    world.setNow('2026-09-30T17:30:00+08:00')
    expect(await world.as(pm).reports.openMonthly({ params: { month: '2026-09' } })).toMatchObject({
      subject: '9月工作报告',
      timeOption: '一个月',
      prompts: {
        description: '当月工作回顾，分两部分：一为工作成果；二为工作中存在问题；',
        result: '下月工作重点',
      },
      from: '2026-09-01',
      to: '2026-09-30',
    })
    await expect(submit('2026-09', { description: [], result: [], issue: null })).rejects.toMatchObject({
      problem: {
        errors: [
          { path: 'description', message: '请填写工作成果' },
          { path: 'issue', message: '请填写工作中存在问题' },
          { path: 'result', message: '请填写下月工作重点' },
        ],
      },
    })
  })

  test('a month that has not begun, or is none, cannot be opened', async () => {
    world.setNow('2026-09-30T17:30:00+08:00')
    const open = (month: string) => world.as(pm).reports.openMonthly({ params: { month } })
    await expect(open('2026-10')).rejects.toMatchObject({ problem: { errors: [{ path: 'month' }] } })
    await expect(open('2026-13')).rejects.toMatchObject({ problem: { status: 404 } })
  })
})

describe('五.4 the report of a trip', () => {
  const trip = {
    kind: 'trip' as const,
    place: '沧屿',
    reason: '现场勘查',
    from: '2026-11-18',
    to: '2026-11-20',
  }
  const register = (body: object = {}) =>
    world.as(world.people.dm).absences.register({ body: { personId: pm.id, ...trip, ...body } })
  const submit = (tripId: string, body: object = {}, who = pm) =>
    world.as(who).reports.submitTrip({ params: { tripId }, body: { ...filled, issue: null, ...body } })
  const owed = async (who = pm) =>
    (await world.as(who).reports.duties()).filter(({ kind }) => kind === 'trip')

  beforeEach(async () => {
    world.setNow('2026-11-16T08:00:00+08:00')
    await keepHorizons(world.services.db, world.services.clock.now())
  })

  test('is owed from its registration on and due on the first working day after the return', async () => {
    const { id } = await register()
    world.setNow('2026-11-20T18:00:00+08:00')
    expect(await owed()).toMatchObject([
      {
        subject: '沧屿出差报告',
        period: id,
        from: '2026-11-18',
        to: '2026-11-20',
        state: 'pending',
        dueAt: '2026-11-23T16:00:00.000Z',
        graceAt: '2026-11-24T01:00:00.000Z',
        editor: `/reports/trip/${id}`,
      },
    ])
    expect(await world.as(pm).reports.openTrip({ params: { tripId: id } })).toMatchObject({
      trip: { place: '沧屿', from: '2026-11-18', to: '2026-11-20' },
      subject: '沧屿出差报告',
      timeOption: '2026-11-18 至 2026-11-20',
      prompts: { description: '工作内容', result: '出差效果，存在问题及下一步计划' },
    })
  })

  test.each([
    ['2026-11-20T20:00:00+08:00', {}, 'on_time'],
    ['2026-11-23T23:59:59+08:00', {}, 'on_time'],
    ['2026-11-24T09:00:59+08:00', late, 'excused_late'],
    ['2026-11-24T09:01:00+08:00', late, 'late_fill'],
  ])('filed at %s with %j it is %s', async (now, body, state) => {
    const { id } = await register()
    world.setNow(now)
    expect(await submit(id, body)).toMatchObject({ kind: 'trip', period: id, from: '2026-11-18', state })
  })

  test('cancelled, the trip is reported by nobody; refused, neither', async () => {
    const { id, version } = await register()
    world.setNow('2026-11-17T10:00:00+08:00')
    await world.as(world.people.dm).absences.cancel({ params: { id }, body: { version, reason: '改期' } })
    const asked = await world.as(pm).absences.request({ body: trip })
    await world.as(world.people.dm).absences.decide({
      params: { id: asked.id },
      body: { version: asked.version, approve: false, reason: '开视频会' },
    })
    world.setNow('2026-11-20T18:00:00+08:00')
    expect(await owed()).toEqual([])
    await expect(submit(id)).rejects.toMatchObject({ problem: { status: 404 } })
  })

  test('registered after the return it is due on the working day after that (§1B-17)', async () => {
    await passTo(world, '2026-11-25T10:00:00+08:00')
    await register()
    expect(await owed()).toMatchObject([{ state: 'pending', dueAt: '2026-11-26T16:00:00.000Z' }])
  })

  test('frees from the daily reports and from no weekly one', async () => {
    await register({ from: '2026-11-16', to: '2026-11-20' })
    world.setNow('2026-11-20T17:00:00+08:00')
    const today = await world.as(pm).today.get()
    const own = today.items.filter(
      ({ kind, action }) => kind === 'own_report' && action.label.startsWith('写'),
    )
    expect(own.map(({ title, action }) => [title, action.label])).toEqual([
      ['第47周总结和第48周计划', '写周报'],
      ['沧屿出差报告', '写出差报告'],
    ])
  })

  test('nobody else’s trip can be opened or written about', async () => {
    const { id } = await register()
    world.setNow('2026-11-20T20:00:00+08:00')
    await expect(submit(id, {}, world.people.pm)).rejects.toMatchObject({ problem: { status: 404 } })
    const { id: reportId } = await submit(id)
    await expect(world.as(world.people.pm).reports.get({ params: { id: reportId } })).rejects.toMatchObject({
      problem: { status: 404 },
    })
    const read = await world.as(world.people.dm).reports.get({ params: { id: reportId } })
    expect(read.can.comment).toBe(true)
  })
})
