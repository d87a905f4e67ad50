import { parameterDefinitions } from '@zhuowei/domain/clauses/parameters.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.services.db.deleteFrom('regulationParameters').execute()
  world.setNow('2026-11-23T08:40:00+08:00')
})

const grace = 'daily.graceTime'

describe('the text', () => {
  test('everybody who is signed in reads it, a stranger does not', async () => {
    await expect(world.as(null).regulation.clauses()).rejects.toThrow('请先登录')
    const { clauses } = await world.as(world.people.pm).regulation.clauses()
    expect(clauses.find((clause) => clause.id === '五.1.3)②')).toEqual({
      id: '五.1.3)②',
      path: ['工作汇报制度', '工作日报', '填写制度'],
      title: null,
      text: '如有特殊原因，则须在第二天上午9点以前填写，否则以没填计；',
      mark: null,
      rules: expect.arrayContaining(['宽限之后仍可补填，但以没填计。']),
      parameterCount: parameterDefinitions.filter(({ clause }) => clause === '五.1.3)②').length,
    })
  })

  test('holes of the source are marked, not filled', async () => {
    const { clauses } = await world.as(world.people.gm).regulation.clauses()
    const marked = clauses.filter((clause) => clause.mark).map((clause) => [clause.id, clause.mark])
    expect(marked).toEqual([
      ['二.2.1)(8)', '原文缺号'],
      ['六.2.1)', '原文缺号'],
      ['七.2.6)', '原文截断'],
    ])
  })

  test('one clause tells what it means today and since when', async () => {
    await set({ value: '09:04', effectiveFrom: '2026-11-23' })
    await set({ value: '09:02', effectiveFrom: '2026-12-01' })
    const clause = await world.as(world.people.pm).regulation.clause({ params: { id: '五.1.3)②' } })
    expect(clause.division).toEqual({ id: world.divisionId, name: '电力事业部' })
    expect(clause.parameters.find((parameter) => parameter.key === grace)).toEqual({
      key: grace,
      label: '特殊原因的截止时刻',
      mark: '制度依据',
      valueText: '09:04',
      since: '2026-11-23',
      upcoming: { valueText: '09:02', effectiveFrom: '2026-12-01' },
    })
    expect(clause.parameters.find((parameter) => parameter.key === 'daily.grace')).toMatchObject({
      mark: '系统默认',
      valueText: '下一个工作日',
      since: null,
      upcoming: null,
    })
  })

  test('an unknown clause is not found', async () => {
    await expect(
      world.as(world.people.pm).regulation.clause({ params: { id: '九.9' } }),
    ).rejects.toMatchObject({ problem: { status: 404 } })
  })
})

describe('the parameters', () => {
  test('all of them are listed with their default and their mark', async () => {
    const { division, today, parameters } = await world.as(world.people.pm).regulation.parameters()
    expect([division?.name, today]).toEqual(['电力事业部', '2026-11-23'])
    expect(parameters.map((parameter) => parameter.key)).toEqual(parameterDefinitions.map(({ key }) => key))
    expect(parameters.find((parameter) => parameter.key === 'attendance.reportDay')).toMatchObject({
      value: 3,
      defaultValue: 3,
      min: 1,
      max: 28,
      mark: '制度依据',
      clause: '三.4-c',
      can: { set: false },
    })
    expect(parameters.find((parameter) => parameter.key === 'report.exemptDm')).toMatchObject({
      value: false,
      valueText: '否',
    })
  })

  test('another division’s are not there for a member, but for the general manager', async () => {
    const other = { query: { divisionId: world.otherDivisionId } }
    await expect(world.as(world.people.dm).regulation.parameters(other)).rejects.toThrow('没有找到')
    await expect(
      world.as(world.people.pm).regulation.clause({ params: { id: '三.1' }, ...other }),
    ).rejects.toThrow('没有找到')
    expect((await world.as(world.people.gm).regulation.parameters(other)).division?.name).toBe('轨道事业部')
  })

  test('people outside the divisions who ask for none get one and are told which', async () => {
    expect((await world.as(world.people.gm).regulation.parameters()).division).not.toBeNull()
  })
})

describe('setting a parameter', () => {
  test.each(['gm', 'dm', 'spm', 'pm', 'oa', 'att'] as const)('%s may not', async (who) => {
    await expect(set({}, who)).rejects.toMatchObject({ problem: { status: 403 } })
  })

  test('a stranger may not', async () => {
    await expect(world.as(null).regulation.setParameter({ body: body({}) })).rejects.toThrow('请先登录')
  })

  test('holds from its day on; the day before keeps the old value', async () => {
    await set({ value: '09:04', effectiveFrom: '2026-11-25' })
    expect(await valueAt('2026-11-24T23:59:00+08:00')).toBe('09:00')
    expect(await valueAt('2026-11-25T00:00:00+08:00')).toBe('09:04')
  })

  test('leaves one event with both values and the reason, and the history shows who', async () => {
    const parameter = await set({ value: '09:04', effectiveFrom: '2026-12-01', reason: '早会改到 09:10' })
    expect(parameter.decisions).toEqual([
      {
        effectiveFrom: '2026-12-01',
        value: '09:04',
        valueText: '09:04',
        reason: '早会改到 09:10',
        setBy: { id: world.people.adm.id, name: '管理员' },
        setAt: '2026-11-23T00:40:00.000Z',
        state: 'upcoming',
        can: { withdraw: true },
      },
    ])
    const event = await lastEvent()
    expect(event).toMatchObject({
      verb: 'parameter.set',
      summary: '“特殊原因的截止时刻”自 2026-12-01 起改为09:04（原为09:00）',
      before: { value: '09:00' },
      after: { value: '09:04', effectiveFrom: '2026-12-01' },
      reason: '早会改到 09:10',
    })
  })

  test.each([
    [{ value: '25:00' }, 'value', '请填写时刻，例如 09:00。'],
    [{ value: '13:00' }, 'value', '请填写 06:00 到 12:00 之间的时刻。'],
    [{ value: 9 }, 'value', '请填写时刻，例如 09:00。'],
    [{ value: '09:30' }, 'value', '“特殊原因的截止时刻”（09:30）应早于“经理收到未填名单的时刻”（09:05）。'],
    [{ key: 'daily.grace', value: 'never' }, 'value', '请从给出的选项中选择。'],
    [{ key: 'attendance.reportDay', value: 2.5 }, 'value', '请填写 1 到 28 之间的整数。'],
    [{ effectiveFrom: '2026-11-22' }, 'effectiveFrom', '生效日期不能早于今天，已过的日子按原来的规定。'],
    [{ reason: '  ' }, 'reason', '请填写原因'],
  ])('%o is refused', async (wrong, path, message) => {
    await expect(set(wrong)).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path, message }] },
    })
  })

  test('a parameter or division that does not exist is not found', async () => {
    await expect(set({ key: 'daily.coffee' })).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(set({ divisionId: world.people.pm.id })).rejects.toMatchObject({ problem: { status: 404 } })
  })

  test('two decisions for the same day are refused until the first is withdrawn', async () => {
    await set({ value: '09:04', effectiveFrom: '2026-12-01' })
    await expect(set({ value: '09:03', effectiveFrom: '2026-12-01' })).rejects.toMatchObject({
      problem: { status: 409, errors: [{ path: 'effectiveFrom' }] },
    })
  })

  test('a later decision that would contradict is seen before it begins', async () => {
    await set({ key: 'remind.missedList', value: '09:30', effectiveFrom: '2026-11-23' })
    await set({ key: 'remind.missedList', value: '09:05', effectiveFrom: '2026-12-15' })
    await expect(set({ value: '09:20', effectiveFrom: '2026-12-01' })).rejects.toMatchObject({
      problem: { status: 422 },
    })
  })

  test('the other division keeps its own value', async () => {
    await set({ value: '09:04', effectiveFrom: '2026-11-23' })
    const { parameters } = await world.as(world.people.dmOther).regulation.parameters()
    expect(parameters.find((parameter) => parameter.key === grace)?.value).toBe('09:00')
  })
})

describe('withdrawing a change', () => {
  test('a change of today or later goes, with an event', async () => {
    await set({ value: '09:04', effectiveFrom: '2026-11-23' })
    expect((await withdraw('2026-11-23')).decisions).toEqual([])
    expect(await lastEvent()).toMatchObject({ verb: 'parameter.withdrawn', after: { value: '09:00' } })
  })

  test('a change that has been in force stays', async () => {
    await set({ value: '09:04', effectiveFrom: '2026-11-23' })
    world.setNow('2026-11-24T00:00:00+08:00')
    await expect(withdraw('2026-11-23')).rejects.toMatchObject({ problem: { status: 422 } })
  })

  test('only by the administrator, and only one that is there', async () => {
    await set({ value: '09:04', effectiveFrom: '2026-12-01' })
    await expect(withdraw('2026-12-01', 'dm')).rejects.toMatchObject({ problem: { status: 403 } })
    await expect(withdraw('2026-12-02')).rejects.toMatchObject({ problem: { status: 404 } })
    await withdraw('2026-12-01')
    await expect(withdraw('2026-12-01')).rejects.toMatchObject({ problem: { status: 404 } })
  })
})

type SetBody = Partial<ReturnType<typeof body>>

function body(change: Record<string, unknown>) {
  const valid = {
    divisionId: world.divisionId,
    key: grace as string,
    value: '09:04' as string | number | boolean,
    effectiveFrom: '2026-12-01',
    reason: '总经理办公会决定',
  }
  return { ...valid, ...change }
}

const set = (change: SetBody, who: keyof World['people'] = 'adm') =>
  world.as(world.people[who]).regulation.setParameter({ body: body(change) })

const withdraw = (effectiveFrom: string, who: keyof World['people'] = 'adm') =>
  world.as(world.people[who]).regulation.withdrawParameter({
    body: { divisionId: world.divisionId, key: grace, effectiveFrom, reason: '填错了' },
  })

async function valueAt(instant: string) {
  world.setNow(instant)
  const { parameters } = await world.as(world.people.pm).regulation.parameters()
  return parameters.find((parameter) => parameter.key === grace)?.value
}

const lastEvent = () =>
  world.services.db.selectFrom('events').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
