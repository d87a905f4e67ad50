import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recomputeOpen } from '../obligations/generate.ts'
import { employ, passTo, stateOf, toldTo, withReason, writeLedger } from '../testing/reporting.ts'
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
