import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recomputeOpen } from '../obligations/generate.ts'
import { employ, filledIn, passTo, stateOf, toldTo, withReason, writeLedger } from '../testing/reporting.ts'
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

describe('§1B-17 豁免', () => {
  const waive = async (date: string, as: Person = world.people.dm, of: Person = pm) => {
    const { obligationId } = await cell(date, world.people.gm, of)
    return world.as(as).compliance.waive({
      params: { id: obligationId ?? '' },
      body: { reason: '陪同客户验收至深夜' },
    })
  }

  test('is possible to the end of the fifth working day afterwards, and the refusal names it', async () => {
    world.setNow('2026-11-24T23:59:59+08:00')
    expect(await waive('2026-11-17')).toMatchObject({
      state: 'waived',
      waiver: { by: { name: '安培之' }, reason: '陪同客户验收至深夜' },
    })
    world.setNow('2026-11-24T00:00:01+08:00')
    await expect(waive('2026-11-16')).rejects.toMatchObject({
      problem: { status: 409, code: 'window_closed', detail: '最后可在 11-23 周一 24:00 前决定，已经过了' },
    })
  })

  test('takes the report out of the denominator, is told to the person, and can be withdrawn', async () => {
    world.setNow('2026-11-20T10:00:00+08:00')
    const query = { from: '2026-11-17', to: '2026-11-17' }
    const due = async () => {
      const grid = await world.as(world.people.dm).compliance.grid({ query })
      return grid.people.find(({ id }) => id === pm.id)?.compliance.due
    }
    expect(await due()).toBe(1)
    const { obligationId } = await waive('2026-11-17')
    expect(await due()).toBe(0)
    expect((await toldTo(world, pm))[0]?.title).toBe('安培之豁免：11-17 日报')
    const withdraw = () =>
      world.as(world.people.dm).compliance.withdrawWaiver({
        params: { id: obligationId ?? '' },
        body: { reason: '误操作' },
      })
    expect((await withdraw()).state).toBe('missed')
    await expect(withdraw()).rejects.toMatchObject({ problem: { code: 'nothing_to_decide' } })
  })

  describe('withdrawn after the period was closed', () => {
    const waivedUntilClosed = async (savedAt: string, body: object) => {
      world.setNow(savedAt)
      await world.as(pm).reports.saveDraft({ params: { date: '2026-11-18' }, body: { ...filledIn, ...body } })
      const { obligationId } = await waive('2026-11-18')
      await passTo(world, '2026-11-19T09:05:00+08:00')
      const { state } = await world.as(world.people.dm).compliance.withdrawWaiver({
        params: { id: obligationId ?? '' },
        body: { reason: '误操作' },
      })
      await passTo(world, '2026-11-19T09:06:00+08:00')
      const opened = await world.as(pm).reports.openDaily({ params: { date: '2026-11-18' } })
      return { state, stays: await stateOf(world, pm, '2026-11-18'), filed: opened.autoSubmitted }
    }

    test.each([
      ['a draft complete on the day is 按时', '2026-11-18T18:00:00+08:00', {}, 'on_time'],
      [
        'one complete in grace with a reason is 特殊原因',
        '2026-11-19T08:30:00+08:00',
        withReason,
        'excused_late',
      ],
      ['without a reason it is 未填', '2026-11-19T08:30:00+08:00', {}, 'missed'],
      [
        '其他 without words is no reason',
        '2026-11-19T08:30:00+08:00',
        { specialReasonKind: 'other' },
        'missed',
      ],
      [
        '其他 with words is one',
        '2026-11-19T08:30:00+08:00',
        { specialReasonKind: 'other', specialReason: '停电' },
        'excused_late',
      ],
    ])('%s', async (_, savedAt, body, state) => {
      expect(await waivedUntilClosed(savedAt, body)).toEqual({
        state,
        stays: state,
        filed: state !== 'missed',
      })
    })
  })

  test('needs a reason, and a report that is in time needs no waiver', async () => {
    world.setNow('2026-11-19T18:00:00+08:00')
    await world.as(pm).reports.submit({ params: { date: '2026-11-19' }, body: filledIn })
    await expect(waive('2026-11-19')).rejects.toMatchObject({
      problem: { detail: '这份日报是“按时”，不需要豁免' },
    })
    const { obligationId } = await cell('2026-11-18')
    await expect(
      world
        .as(world.people.dm)
        .compliance.waive({ params: { id: obligationId ?? '' }, body: { reason: ' ' } }),
    ).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path: 'reason', message: '请填写豁免理由' }] },
    })
  })

  test('the manager’s own is for 总经理, staff are for the manager, strangers find nothing', async () => {
    world.setNow('2026-11-20T10:00:00+08:00')
    const { dm, gm, dmOther, oa } = world.people
    await expect(waive('2026-11-18', dm, dm)).rejects.toMatchObject({
      problem: { status: 403, detail: '自己的日报由上级决定' },
    })
    await expect(waive('2026-11-18', gm)).rejects.toMatchObject({ problem: { status: 403 } })
    await expect(waive('2026-11-18', oa)).rejects.toMatchObject({ problem: { status: 403 } })
    await expect(waive('2026-11-18', dmOther)).rejects.toMatchObject({ problem: { status: 404 } })
    expect((await waive('2026-11-18', gm, dm)).state).toBe('waived')
  })
})

describe('§1B-2 理由不成立', () => {
  test('turns 特殊原因 into 未填, once, and 补填 cannot undo it', async () => {
    world.setNow('2026-11-19T08:30:00+08:00')
    await world.as(pm).reports.submit({ params: { date: '2026-11-18' }, body: withReason })
    const { obligationId } = await cell('2026-11-18')
    const reject = () =>
      world.as(world.people.dm).compliance.rejectReason({
        params: { id: obligationId ?? '' },
        body: { reason: '当天 17:40 已回到办公室' },
      })
    expect(await reject()).toMatchObject({
      state: 'missed',
      rejection: { reason: '当天 17:40 已回到办公室' },
    })
    await expect(reject()).rejects.toMatchObject({ problem: { code: 'nothing_to_decide' } })
    await passTo(world, '2026-11-19T09:05:00+08:00')
    await recomputeOpen(world.services.db, { from: '2026-11-16', to: '2026-11-20' }, new Date())
    expect(await stateOf(world, pm, '2026-11-18')).toBe('missed')
  })
})

describe('in the minute before a complete draft is really filed', () => {
  const deadline = '2026-11-19T09:01:10+08:00'
  const drafted = async () => {
    world.setNow('2026-11-19T08:30:00+08:00')
    const day = { params: { date: '2026-11-18' } }
    const { id } = await world.as(pm).reports.saveDraft({ ...day, body: withReason })
    world.setNow(deadline)
    return id
  }

  test('理由不成立 decides about the report, and the run afterwards does not undo it', async () => {
    const reportId = await drafted()
    const { obligationId } = await cell('2026-11-18', world.people.oa)
    const decided = await world.as(world.people.dm).compliance.rejectReason({
      params: { id: obligationId ?? '' },
      body: { reason: '当天 17:40 已回到办公室' },
    })
    expect(decided).toMatchObject({ state: 'missed', reportId, rejection: { by: { name: '安培之' } } })
    await passTo(world, '2026-11-19T09:05:00+08:00')
    expect(await stateOf(world, pm, '2026-11-18')).toBe('missed')
  })

  test('the draft is filed once even when the decision is the first to need it', async () => {
    await drafted()
    const { id } = await world.services.db
      .selectFrom('obligations')
      .select('id')
      .where('personId', '=', pm.id)
      .where('onDate', '=', '2026-11-18')
      .executeTakeFirstOrThrow()
    const decided = await world
      .as(world.people.dm)
      .compliance.rejectReason({ params: { id }, body: { reason: '没有晚归' } })
    expect(decided.state).toBe('missed')
    await passTo(world, '2026-11-19T09:05:00+08:00')
    const told = (await toldTo(world, pm)).map(({ title }) => title)
    expect(told.filter((title) => title === '11-18 周三日报已自动提交')).toHaveLength(1)
  })

  test('the story of the cell tells the reason that was given', async () => {
    const reportId = await drafted()
    expect(await cell('2026-11-18')).toMatchObject({
      state: 'excused_late',
      reportId,
      specialReason: '周五 22:40 返程',
      can: { rejectReason: true },
    })
  })

  test('the report itself can be opened by its reader and its author, and by nobody else', async () => {
    const id = await drafted()
    const read = (who: Person) => world.as(who).reports.get({ params: { id } })
    await expect(read(world.people.pm)).rejects.toMatchObject({ problem: { status: 404 } })
    expect(await read(world.people.dm)).toMatchObject({ state: 'excused_late', autoSubmitted: true })
    expect(await read(pm)).toMatchObject({ submittedAt: '2026-11-19T01:00:59.999Z' })
  })
})

describe('要处理', () => {
  test('lists who still owes and which 未填 can still be waived, with the last day', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    const all = await world.as(world.people.dm).compliance.missing()
    const mine = all.filter(({ person }) => person.id === pm.id)
    expect(mine[0]).toMatchObject({
      date: '2026-11-20',
      state: 'pending',
      can: { urge: true, waive: true, uphold: false },
    })
    expect(mine.map(({ date }) => date).at(-1)).toBe('2026-11-16')
    expect(mine.at(-1)).toMatchObject({ state: 'missed', decideUntil: '2026-11-23T16:00:00.000Z' })
    const asClerk = await world.as(world.people.oa).compliance.missing()
    expect(asClerk[0]?.can).toEqual({ urge: false, waive: false, rejectReason: false, uphold: false })
  })

  const waiting = async () => {
    const all = await world.as(world.people.dm).compliance.missing()
    return all.filter(({ person, can }) => person.id === pm.id && can.uphold).map(({ date }) => date)
  }
  const obligationOf = async (date: string) => ({ id: (await cell(date)).obligationId ?? '' })

  test('a 未填 that the manager leaves as it is leaves the list, and he may still waive it', async () => {
    world.setNow('2026-11-23T09:06:00+08:00')
    expect(await waiting()).toContain('2026-11-19')
    const params = await obligationOf('2026-11-19')
    const dm = world.as(world.people.dm).compliance
    const upheld = await dm.uphold({ params, body: { reason: '问过，没有原因' } })
    expect(upheld).toMatchObject({
      state: 'missed',
      upheld: { by: { name: '安培之' }, reason: '问过，没有原因' },
      can: { uphold: false, waive: true },
    })
    expect(await waiting()).not.toContain('2026-11-19')
    const event = await world.services.db
      .selectFrom('events')
      .select(['verb', 'summary', 'reason'])
      .where('subjectId', '=', params.id)
      .execute()
    expect(event).toEqual([
      { verb: 'obligation.upheld', summary: '维持未填：2026-11-19 日报', reason: '问过，没有原因' },
    ])
    expect((await toldTo(world, pm))[0]).toMatchObject({ kind: 'decision' })
    expect((await dm.waive({ params, body: { reason: '客户来电证明' } })).state).toBe('waived')
    await dm.withdrawWaiver({ params, body: { reason: '证明不实' } })
    expect(await waiting()).not.toContain('2026-11-19')
  })

  test('a special reason waits for a look, and is gone once it was found to hold or not', async () => {
    for (const [date, next] of [
      ['2026-11-17', '2026-11-18'],
      ['2026-11-18', '2026-11-19'],
    ] as const) {
      world.setNow(`${next}T08:00:00+08:00`)
      await world.as(pm).reports.submit({ params: { date }, body: withReason })
    }
    world.setNow('2026-11-23T09:06:00+08:00')
    expect(await waiting()).toEqual(expect.arrayContaining(['2026-11-17', '2026-11-18']))
    const dm = world.as(world.people.dm).compliance
    const held = await dm.uphold({ params: await obligationOf('2026-11-17'), body: {} })
    expect(held).toMatchObject({ state: 'excused_late', can: { rejectReason: true, uphold: false } })
    await dm.rejectReason({ params: await obligationOf('2026-11-18'), body: { reason: '当天在办公室' } })
    expect(await waiting()).not.toEqual(expect.arrayContaining(['2026-11-17']))
    expect(await waiting()).not.toContain('2026-11-18')
  })

  test('what is still to come cannot be left as it counts', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    const params = await obligationOf('2026-11-20')
    await expect(world.as(world.people.dm).compliance.uphold({ params, body: {} })).rejects.toMatchObject({
      problem: { code: 'nothing_to_decide' },
    })
  })
})
