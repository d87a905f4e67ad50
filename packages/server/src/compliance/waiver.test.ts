import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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
      problem: { detail: '这份汇报是“按时”，不需要豁免' },
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
      problem: { status: 403, detail: '自己的汇报由上级决定' },
    })
    await expect(waive('2026-11-18', gm)).rejects.toMatchObject({ problem: { status: 403 } })
    await expect(waive('2026-11-18', oa)).rejects.toMatchObject({ problem: { status: 403 } })
    await expect(waive('2026-11-18', dmOther)).rejects.toMatchObject({ problem: { status: 404 } })
    expect((await waive('2026-11-18', gm, dm)).state).toBe('waived')
  })
})
