import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closePeriods } from '../obligations/close.ts'
import { employ, filledIn, passTo, stateOf, withReason, writeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
let pm: Person
beforeAll(async () => {
  world = await createWorld()
  await writeLedger(world, '2026-09-14', '2026-12-31')
})
afterAll(() => world.close())
beforeEach(async () => {
  pm = await employ(world, { name: '何之', entryDate: '2026-09-14' })
  await writeLedger(world, '2026-09-14', '2026-12-31')
})

const submit = (person: Person, date: string, body: object) =>
  world.as(person).reports.submit({ params: { date }, body: { ...filledIn, ...body } })

describe('五.1.3) when a daily report is filed', () => {
  test.each([
    ['2026-11-20', '2026-11-20T17:48:00+08:00', {}, 'on_time', 'the same evening'],
    ['2026-11-20', '2026-11-20T23:59:59+08:00', {}, 'on_time', 'in the last second of the day'],
    [
      '2026-11-20',
      '2026-11-23T08:40:00+08:00',
      withReason,
      'excused_late',
      'Friday’s report on Monday with a reason',
    ],
    [
      '2026-11-20',
      '2026-11-23T09:00:40+08:00',
      withReason,
      'excused_late',
      'inside the minute of the deadline',
    ],
    [
      '2026-11-20',
      '2026-11-23T09:00:59+08:00',
      withReason,
      'excused_late',
      'in the last second of that minute',
    ],
    ['2026-11-20', '2026-11-23T09:01:00+08:00', withReason, 'late_fill', 'one second later it is 补填'],
    ['2026-11-20', '2026-11-23T09:01:05+08:00', withReason, 'late_fill', 'a reason does not help any more'],
    [
      '2026-10-10',
      '2026-10-12T09:00:00+08:00',
      withReason,
      'excused_late',
      'Saturday 10-10 is worked, due Monday 10-12',
    ],
    [
      '2026-10-09',
      '2026-10-10T09:00:30+08:00',
      withReason,
      'excused_late',
      'Friday 10-09 is due on Saturday 10-10',
    ],
    ['2026-10-09', '2026-10-10T09:01:00+08:00', withReason, 'late_fill', 'and not later'],
    ['2026-09-30', '2026-10-08T09:00:59+08:00', withReason, 'excused_late', 'over the National Day holidays'],
    ['2026-09-30', '2026-10-08T09:01:00+08:00', withReason, 'late_fill', 'but not a minute longer'],
    ['2026-09-20', '2026-09-20T20:00:00+08:00', {}, 'on_time', 'Sunday 09-20 is worked'],
    ['2026-09-20', '2026-09-21T09:00:00+08:00', withReason, 'excused_late', 'and its grace is Monday 09:00'],
  ])('%s filed at %s is %s', async (date, now, body, state, _why) => {
    world.setNow(now)
    expect(await submit(pm, date, body)).toMatchObject({ state })
    expect(await stateOf(world, pm, date)).toBe(state)
  })

  test('a report in the grace period without a special reason is refused beside its field', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    await expect(submit(pm, '2026-11-20', {})).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path: 'specialReasonKind' }] },
    })
    await expect(submit(pm, '2026-11-20', { specialReasonKind: 'other' })).rejects.toMatchObject({
      problem: { errors: [{ path: 'specialReason', message: '请写明其他原因' }] },
    })
  })

  test('an incomplete report is refused with every empty box at once', async () => {
    world.setNow('2026-11-20T17:00:00+08:00')
    await expect(
      submit(pm, '2026-11-20', { description: [{ text: ' ' }], result: [] }),
    ).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path: 'description' }, { path: 'result' }] },
    })
    const unfinished = { description: [{ text: '催到货款', done: false }] }
    await expect(submit(pm, '2026-11-20', unfinished)).rejects.toMatchObject({
      problem: { errors: [{ path: 'issue', message: '1 项没有完成，请填写存在问题及计划' }] },
    })
  })

  test('Sunday 09-20 carries the subject 星期日工作日报', async () => {
    world.setNow('2026-09-20T18:00:00+08:00')
    const opened = await world.as(pm).reports.openDaily({ params: { date: '2026-09-20' } })
    expect(opened).toMatchObject({
      subject: '星期日工作日报',
      timeOption: '一天',
      prompts: { description: '当日工作计划', result: '完成情况，如果没有完成请填写存在问题及计划' },
    })
    expect(opened.deadline.reasons[0]).toEqual({ text: '调休上班（国庆节），是工作日。', clause: '五.1.3)①' })
  })

  test('on an ordinary Sunday nothing is owed, and a report may be written all the same', async () => {
    world.setNow('2026-11-22T18:00:00+08:00')
    const opened = await world.as(pm).reports.openDaily({ params: { date: '2026-11-22' } })
    expect(opened.deadline).toMatchObject({ owed: false, state: null, phase: 'none' })
    expect(await submit(pm, '2026-11-22', {})).toMatchObject({ state: null, obligationId: null })
  })

  test('tomorrow’s report cannot be written today', async () => {
    world.setNow('2026-11-20T18:00:00+08:00')
    await expect(submit(pm, '2026-11-21', {})).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path: 'date', message: '还没到这一天，不能先写日报' }] },
    })
  })
})

describe('a day that nobody is asked about', () => {
  test.each([
    ['2026-09-13', '这一天您不在本事业部，不填日报', 'before the entry date'],
    ['2026-10-17', '这一天没有要交的日报；31 天以前的事不再补记', 'a Saturday five weeks ago'],
  ])('%s is closed: %s', async (date, closed, _why) => {
    world.setNow('2026-11-20T18:00:00+08:00')
    const opened = await world.as(pm).reports.openDaily({ params: { date } })
    expect(opened).toMatchObject({ closed, can: { save: false, submit: false } })
    await expect(submit(pm, date, {})).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path: 'date', message: closed }] },
    })
  })

  test('a working day stays open for 补填 however long ago it was', async () => {
    world.setNow('2026-11-20T18:00:00+08:00')
    expect(await submit(pm, '2026-09-14', {})).toMatchObject({ state: 'late_fill' })
  })
})

describe('what nobody did', () => {
  test('is 待填 until the grace deadline and 未填 after it, before any job has run', async () => {
    world.setNow('2026-11-23T09:00:59+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('pending')
    world.setNow('2026-11-23T09:01:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('missed')
  })

  test('stays 未填 when it is filled in late: 补填 keeps the text and counts as missed', async () => {
    await passTo(world, '2026-11-23T09:05:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('missed')
    const report = await submit(pm, '2026-11-20', {})
    expect(report.state).toBe('late_fill')
    await world.as(pm).reports.revise({
      params: { id: report.id },
      body: { version: report.version, ...{ description: [{ text: '改过' }], result: [{ text: '改过' }] } },
    })
    expect(await stateOf(world, pm, '2026-11-20')).toBe('late_fill')
    const { compliance } = (await world.as(pm).reports.mine()).recent
    expect(compliance.filed).toBe(0)
  })

  test('the first complete submission fixes timeliness; a later edit is a version', async () => {
    world.setNow('2026-11-20T17:00:00+08:00')
    const report = await submit(pm, '2026-11-20', {})
    world.setNow('2026-11-23T10:00:00+08:00')
    const body = { version: report.version, description: [{ text: '计划' }], result: [{ text: '补充一句' }] }
    const revised = await world.as(pm).reports.revise({ params: { id: report.id }, body })
    expect(revised).toMatchObject({ state: 'on_time', result: [{ text: '补充一句' }] })
    expect(revised.submittedAt).toBe(report.submittedAt)
    expect(revised.revisedAt).toBe('2026-11-23T02:00:00.000Z')
    const versions = await world.as(pm).reports.versions({ params: { id: report.id } })
    expect(versions.map(({ result }) => result[0]?.text)).toEqual([filledIn.result[0]?.text, '补充一句'])
  })
})

describe('a draft', () => {
  const save = (date: string, body: object) =>
    world.as(pm).reports.saveDraft({ params: { date }, body: { ...filledIn, ...body } })

  test('that is complete at midnight is filed on time, before and after the job has run', async () => {
    world.setNow('2026-11-20T22:00:00+08:00')
    const saved = await save('2026-11-20', {})
    expect(saved.deadline.filesItselfAt).toBe('2026-11-20T16:00:00.000Z')
    world.setNow('2026-11-21T00:00:30+08:00')
    expect((await world.as(pm).reports.mine()).items[0]).toMatchObject({
      state: 'on_time',
      submittedAt: '2026-11-20T16:00:00.000Z',
    })
    expect(await stateOf(world, pm, '2026-11-20')).toBe('on_time')
    await passTo(world, '2026-11-21T00:01:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('on_time')
    const opened = await world.as(pm).reports.openDaily({ params: { date: '2026-11-20' } })
    expect(opened).toMatchObject({ submittedAt: '2026-11-20T16:00:00.000Z', autoSubmitted: true })
    await expect(save('2026-11-20', { version: saved.version })).rejects.toMatchObject({
      problem: { code: 'already_submitted' },
    })
  })

  test('that is complete with a reason by 09:00 counts as 特殊原因; without one as 未填', async () => {
    world.setNow('2026-11-23T08:30:00+08:00')
    const saved = await save('2026-11-20', { specialReasonKind: 'network' })
    expect(saved.deadline.filesItselfAt).toBe('2026-11-23T01:00:59.999Z')
    await passTo(world, '2026-11-23T09:02:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('excused_late')

    world.setNow('2026-11-24T08:30:00+08:00')
    expect((await save('2026-11-23', {})).deadline.filesItselfAt).toBeNull()
    await passTo(world, '2026-11-24T09:02:00+08:00')
    expect(await stateOf(world, pm, '2026-11-23')).toBe('missed')
  })

  test('can still be submitted by its author in the minute of the deadline, though the job has run', async () => {
    world.setNow('2026-11-23T08:30:00+08:00')
    const saved = await save('2026-11-20', withReason)
    await passTo(world, '2026-11-23T09:00:40+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('pending')
    const report = await submit(pm, '2026-11-20', { ...withReason, version: saved.version })
    expect(report).toMatchObject({ state: 'excused_late', autoSubmitted: false })
  })

  test('whose filing was held up is not closed unfiled: the next run files it, then closes', async () => {
    world.setNow('2026-11-20T22:00:00+08:00')
    await save('2026-11-20', {})
    const now = new Date('2026-11-23T09:05:00+08:00')
    await world.services.db.transaction().execute((trx) => closePeriods(trx, now))
    const closed = () =>
      world.services.db
        .selectFrom('obligations')
        .select(['state', 'closedAt'])
        .where('personId', '=', pm.id)
        .where('periodKey', '=', '2026-11-20')
        .executeTakeFirstOrThrow()
    expect(await closed()).toEqual({ state: 'pending', closedAt: null })
    await passTo(world, '2026-11-23T09:06:00+08:00')
    expect(await closed()).toEqual({ state: 'on_time', closedAt: new Date('2026-11-23T09:06:00+08:00') })
    const opened = await world.as(pm).reports.openDaily({ params: { date: '2026-11-20' } })
    expect(opened).toMatchObject({ submittedAt: '2026-11-20T16:00:00.000Z', autoSubmitted: true })
  })

  test('that is not complete files nothing', async () => {
    world.setNow('2026-11-20T22:00:00+08:00')
    expect((await save('2026-11-20', { result: [] })).missing).toEqual([
      { path: 'result', message: '请填写完成情况' },
    ])
    await passTo(world, '2026-11-21T00:01:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('pending')
  })

  test('typed in two windows is not overwritten unseen, and the same save again changes nothing', async () => {
    world.setNow('2026-11-20T15:00:00+08:00')
    const first = await save('2026-11-20', {})
    expect((await save('2026-11-20', {})).version).toBe(first.version)
    const second = await save('2026-11-20', { version: first.version, issue: '预算未批' })
    expect(second.version).toBe(first.version + 1)
    await expect(save('2026-11-20', { version: first.version, issue: '另一句' })).rejects.toMatchObject({
      problem: { status: 409, facts: { current: { issue: '预算未批' }, yours: { issue: '另一句' } } },
    })
  })
})

describe('people come and go', () => {
  test('a new hire owes from the entry date on', async () => {
    const hired = await employ(world, { name: '法乐', entryDate: '2026-09-15' })
    await writeLedger(world, '2026-09-14', '2026-09-18')
    world.setNow('2026-09-18T10:00:00+08:00')
    expect(await stateOf(world, hired, '2026-09-14')).toBe('none')
    expect(await stateOf(world, hired, '2026-09-15')).toBe('missed')
  })

  test('a leaver owes up to the last working day', async () => {
    const leaver = await employ(world, {
      name: '库伦',
      entryDate: '2026-09-14',
      leavingDate: '2026-10-30',
    })
    await writeLedger(world, '2026-10-26', '2026-11-06')
    world.setNow('2026-11-06T10:00:00+08:00')
    expect(await stateOf(world, leaver, '2026-10-30')).toBe('missed')
    expect(await stateOf(world, leaver, '2026-11-02')).toBe('none')
  })
})
