import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { employ, filledIn, withReason, writeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
let pm: Person
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  pm = await employ(world, { name: '瓦澜', entryDate: '2026-10-08' })
  await writeLedger(world, '2026-10-08', '2026-12-31')
})

const cell = (date: string, as: Person = world.people.dm, of: Person = pm) =>
  world.as(as).compliance.cell({ params: { personId: of.id, date } })

describe('§6-6 the heat map', () => {
  test('is for 总经理, the manager and 综合管理', async () => {
    const query = { from: '2026-11-16', to: '2026-11-20' }
    await expect(world.as(null).compliance.grid({ query })).rejects.toMatchObject({
      problem: { status: 401 },
    })
    for (const who of ['pm', 'spm', 'adm'] as const) {
      await expect(world.as(world.people[who]).compliance.grid({ query })).rejects.toMatchObject({
        problem: { status: 403 },
      })
    }
    world.setNow('2026-11-23T08:40:00+08:00')
    for (const who of ['gm', 'dm', 'oa'] as const) {
      const grid = await world
        .as(world.people[who])
        .compliance.grid({ query: { ...query, divisionId: world.divisionId } })
      expect(grid.people.map(({ name }) => name)).toContain('瓦澜')
    }
    await expect(
      world.as(world.people.dm).compliance.grid({ query: { ...query, divisionId: world.otherDivisionId } }),
    ).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(
      world.as(world.people.dm).compliance.grid({ query: { from: '2026-01-01', to: '2026-12-31' } }),
    ).rejects.toMatchObject({ problem: { errors: [{ path: 'to' }] } })
  })

  test('shows the exceptions, counts 特 and 未, and gives the rate with its denominator', async () => {
    const submit = (date: string, now: string, body: object = {}) => {
      world.setNow(now)
      return world.as(pm).reports.submit({ params: { date }, body: { ...filledIn, ...body } })
    }
    await submit('2026-11-16', '2026-11-16T18:00:00+08:00')
    await submit('2026-11-17', '2026-11-18T09:01:05+08:00')
    await submit('2026-11-18', '2026-11-19T08:00:00+08:00', withReason)
    world.setNow('2026-11-23T08:40:00+08:00')
    const query = { from: '2026-11-16', to: '2026-11-22' }
    const grid = await world.as(world.people.dm).compliance.grid({ query })
    expect(grid.days.map(({ date, week }) => [date.slice(5), week])).toEqual([
      ['11-16', 47],
      ['11-17', 47],
      ['11-18', 47],
      ['11-19', 47],
      ['11-20', 47],
    ])
    const row = grid.people.find(({ id }) => id === pm.id)
    expect(row).toMatchObject({
      cells: ['on_time', 'late_fill', 'excused_late', 'missed', 'pending'],
      excused: 1,
      missed: 2,
      compliance: { filed: 2, due: 4, rate: 0.5 },
    })
    const weekly = await world.as(world.people.dm).compliance.weekly({ query })
    expect(weekly).toMatchObject([{ year: 2026, week: 47, monday: '2026-11-16' }])
    const tally = await world.as(world.people.dm).compliance.specialReasons({ query })
    expect(tally.find(({ kind }) => kind === 'late_return')).toMatchObject({
      count: 1,
      people: [{ name: '瓦澜', count: 1 }],
    })
    // Beside the half year of monthly reports stands the tally of the same months, and of this kind alone.
    const halfYear = { from: '2026-06-01', to: '2026-11-23', kind: ['monthly' as const] }
    const monthly = await world.as(world.people.dm).compliance.specialReasons({ query: halfYear })
    expect(monthly.every(({ count }) => count === 0)).toBe(true)
  })

  test('each cell tells its story with the clauses, and 综合管理 sees no body', async () => {
    world.setNow('2026-11-18T09:01:05+08:00')
    const report = await world.as(pm).reports.submit({ params: { date: '2026-11-17' }, body: filledIn })
    world.setNow('2026-11-23T08:40:00+08:00')
    const told = await cell('2026-11-17')
    expect(told.story.map(({ title, text }) => `${title}：${text}`)).toEqual([
      '应填：工作日当天必须填写。',
      '正常截止：11-17 周二 24:00',
      '宽限截止：11-18 周三 09:00（含这一分钟）',
      '首次完整提交：11-18 周三 09:01:05，晚 6 秒。',
      '补填（仍计未填）：宽限截止后才提交，内容保留，仍以没填计。',
    ])
    expect(told).toMatchObject({
      reportId: report.id,
      decideUntil: '2026-11-24T16:00:00.000Z',
      can: { waive: true, readReport: true, urge: false, rejectReason: false },
    })
    expect(await cell('2026-11-17', world.people.oa)).toMatchObject({
      state: 'late_fill',
      reportId: null,
      can: { waive: false, readReport: false },
    })
    expect((await cell('2026-11-17', pm)).can.readReport).toBe(true)
    for (const who of ['pm', 'spm', 'dmOther', 'adm'] as const) {
      await expect(cell('2026-11-17', world.people[who])).rejects.toMatchObject({ problem: { status: 404 } })
    }
    expect((await cell('2026-11-21')).story).toEqual([
      { title: '不必填', text: '休息日，不是工作日。', clause: '五.1.3)①' },
    ])
  })
})
