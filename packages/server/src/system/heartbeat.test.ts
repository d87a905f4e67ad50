import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepHorizons } from '../obligations/horizon.ts'
import { systemClock } from '../platform/clock.ts'
import { employ, filledIn, passTo, stateOf, withReason } from '../testing/reporting.ts'
import { createWorld, type Person, testServices, type World } from '../testing/world.ts'
import { beat, startHeartbeat } from './heartbeat.ts'

let world: World
let pm: Person
beforeEach(async () => {
  world = await createWorld()
  pm = await employ(world, { name: '何之', entryDate: '2026-11-20' })
  await keepHorizons(world.services.db, new Date('2026-11-20T08:00:00+08:00'))
})
afterEach(() => world.close())

const at = (instant: string) => new Date(`${instant}+08:00`)
const beatAt = (instant: string) => beat(world.services.db, at(instant))
const outages = () => world.services.db.selectFrom('outages').select(['fromAt', 'toAt']).execute()
const cell = (date: string) =>
  world.as(world.people.dm).compliance.cell({ params: { personId: pm.id, date } })
const submit = (date: string, body: object = filledIn) =>
  world.as(pm).reports.submit({ params: { date }, body: { ...filledIn, ...body } })

/** Up until `from`, down, up again at `to`. */
async function downBetween(from: string, to: string) {
  await beatAt(from)
  expect(await beatAt(to)).toBe(true)
}

describe('a silence', () => {
  test.each([
    ['of a minute is the ordinary beat', '2026-11-20T10:01:00', 0],
    ['of five minutes is a restart', '2026-11-20T10:05:00', 0],
    ['that is longer is an outage', '2026-11-20T10:05:01', 1],
  ])('%s', async (_, next, count) => {
    await beatAt('2026-11-20T10:00:00')
    await beatAt(next)
    expect(await outages()).toHaveLength(count)
  })

  test('before the first beat is the time before the installation', async () => {
    expect(await beatAt('2026-11-20T10:00:00')).toBe(false)
    expect(await outages()).toEqual([])
  })

  test('is written down once, in whole minutes, when two servers come up at once', async () => {
    const second = await testServices(world.connectionString, world.services.clock)
    await beatAt('2026-11-20T10:00:20')
    const noticed = await Promise.all(
      [world.services, second].map(({ db }) => beat(db, at('2026-11-20T11:30:40'))),
    )
    expect(noticed.toSorted()).toEqual([false, true])
    expect(await outages()).toEqual([{ fromAt: at('2026-11-20T10:00:00'), toAt: at('2026-11-20T11:31:00') }])
    await second.live.stop()
    await second.db.destroy()
  })

  test('of a clock that jumps or stands still says nothing', async () => {
    const heartbeat = await startHeartbeat(world.services)
    await passTo(world, '2026-11-25T10:00:00+08:00')
    await passTo(world, '2026-12-25T10:00:00+08:00')
    heartbeat.stop()
    expect(await outages()).toEqual([])
    expect(await world.services.db.selectFrom('heartbeat').select('at').execute()).toEqual([{ at: null }])
  })

  test('cannot begin while a server runs by the real clock', async () => {
    const heartbeat = await startHeartbeat({ ...world.services, clock: systemClock })
    heartbeat.stop()
    const { at: last } = await world.services.db
      .selectFrom('heartbeat')
      .select('at')
      .executeTakeFirstOrThrow()
    expect(Date.now() - (last?.getTime() ?? 0)).toBeLessThan(60_000)
  })
})

describe('§1B an outage in the window', () => {
  test('over the grace deadline gives its time back, though the deadline passed meanwhile', async () => {
    await downBetween('2026-11-23T08:30:00', '2026-11-23T10:00:00')
    await passTo(world, '2026-11-23T10:01:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('pending')
    world.setNow('2026-11-23T10:30:59+08:00')
    expect(await submit('2026-11-20', withReason)).toMatchObject({ state: 'excused_late' })
    await passTo(world, '2026-11-23T10:31:00+08:00')
    expect(await stateOf(world, world.people.pmSameRegion, '2026-11-20')).toBe('missed')
  })

  test('is told in the story of the cell, and only where it moved a deadline', async () => {
    await downBetween('2026-11-23T08:30:00', '2026-11-23T10:00:00')
    world.setNow('2026-11-23T10:01:00+08:00')
    expect(
      (await cell('2026-11-20')).story.slice(0, 3).map(({ title, text }) => `${title}：${text}`),
    ).toEqual([
      '应填：工作日当天必须填写。系统自 11-23 周一 08:30 至 11-23 周一 10:00 停机，期限按时长顺延。',
      '正常截止：11-20 周五 24:00',
      '宽限截止：11-23 周一 10:30（含这一分钟）',
    ])
    expect((await cell('2026-11-24')).story[0]?.text).toBe('工作日当天必须填写。')
  })

  test('keeps a complete draft on time that was saved before the deadline', async () => {
    world.setNow('2026-11-20T21:00:00+08:00')
    await world.as(pm).reports.saveDraft({ params: { date: '2026-11-20' }, body: filledIn })
    await downBetween('2026-11-20T23:00:00', '2026-11-21T01:00:00')
    await passTo(world, '2026-11-21T01:01:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('pending')
    await passTo(world, '2026-11-21T02:01:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('on_time')
  })

  test('of several days gives every day of them its own time back', async () => {
    await downBetween('2026-11-24T12:00:00', '2026-11-26T12:00:00')
    world.setNow('2026-11-26T12:01:00+08:00')
    const graceOf = async (date: string) => (await cell(date)).story[2]?.text
    expect(await graceOf('2026-11-23')).toBe('11-24 周二 09:00（含这一分钟）')
    expect(await graceOf('2026-11-24')).toBe('11-27 周五 09:00（含这一分钟）')
    expect(await graceOf('2026-11-25')).toBe('11-27 周五 21:00（含这一分钟）')
  })

  test('changes nothing that was closed before it began', async () => {
    await passTo(world, '2026-11-23T09:05:00+08:00')
    await downBetween('2026-11-23T09:06:00', '2026-11-23T12:00:00')
    await passTo(world, '2026-11-23T12:01:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('missed')
    expect((await cell('2026-11-20')).story[2]?.text).toBe('11-23 周一 09:00（含这一分钟）')
  })

  test('gives nothing back where the division has switched that off', async () => {
    await world.services.db
      .insertInto('regulationParameters')
      .values({
        divisionId: world.divisionId,
        key: 'report.extendOnOutage',
        value: JSON.stringify(false),
        effectiveFrom: '2026-11-01',
        reason: '不顺延',
        setAt: new Date(),
      })
      .execute()
    await downBetween('2026-11-23T08:30:00', '2026-11-23T10:00:00')
    await passTo(world, '2026-11-23T10:01:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('missed')
  })
})
