import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { employ, passTo, toldTo, writeWholeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
let pm: Person
beforeAll(async () => {
  world = await createWorld()
  await world.services.db
    .insertInto('obligationHorizons')
    .values({
      ...{ divisionId: world.divisionId, fromDate: '2026-01-05', periodsFrom: '2026-01-05' },
      ...{ throughDate: '2026-12-31', inputs: '' },
    })
    .execute()
})
afterAll(() => world.close())
beforeEach(async () => {
  pm = await employ(world, { name: '何之', entryDate: '2026-01-05' })
  await writeWholeLedger(world, '2026-11-09', '2026-12-31')
})

const week = '2026-W47'
const next = '2026-W48'
const of = (key: string) => ({ params: { week: key } })
const summary = {
  version: 0,
  description: [{ text: '走访听涛县供电公司', done: true }],
  result: [{ text: '已拜访两次，指标定在 11 月底' }],
}
const plan = {
  version: 0,
  description: [{ text: '提交防火墙方案' }, { text: '约信通公司主任' }],
  support: [{ body: '需要售前工程师一天' }, { body: '借一台演示设备' }],
}
const late = { specialReasonKind: 'late_return' as const, specialReason: '周日深夜返程' }
const submit = (body: object, key = week, who = pm) =>
  world.as(who).reports.submitWeekly({ ...of(key), body: { summary, plan, ...body } })
const open = (key = week, who = pm) => world.as(who).reports.openWeekly(of(key))

/** The states of the summary of W47 and of the plan of W48. */
async function counted(who = pm): Promise<(string | undefined)[]> {
  const { people, columns } = await world.as(world.people.dm).compliance.periods({
    query: { from: '2026-11-16', to: '2026-11-29', unit: 'week' },
  })
  const cells = people.find(({ id }) => id === who.id)?.cells
  const state = (key: string, kind: string) =>
    cells?.[columns.findIndex((column) => column.key === key)]?.find((cell) => cell.kind === kind)?.state
  return [state(week, 'weekly_summary'), state(next, 'weekly_plan')]
}

test('合规: the line of the weeks says of each week what the map says of it', async () => {
  world.setNow('2026-11-20T16:05:00+08:00')
  await submit({})
  world.setNow('2026-11-24T10:00:00+08:00')
  const range = { from: '2026-11-16', to: '2026-11-24' }
  const { compliance } = world.as(world.people.dm)
  const { columns } = await compliance.periods({ query: { ...range, unit: 'week' } })
  const line = await compliance.weekly({ query: { ...range, kind: ['weekly_summary', 'weekly_plan'] } })
  expect(line.map((point) => point.compliance)).toEqual(columns.map((column) => column.compliance))
  expect(line.map(({ week: number }) => number)).toEqual([47, 48])
})

describe('五.2.4) when the reports of a week are filed', () => {
  test.each<[string, object, string]>([
    ['2026-11-20T16:05:00+08:00', {}, 'on_time'],
    ['2026-11-22T23:59:59+08:00', {}, 'on_time'],
    ['2026-11-23T08:40:00+08:00', late, 'excused_late'],
    ['2026-11-23T09:00:59+08:00', late, 'excused_late'],
    ['2026-11-23T09:01:00+08:00', late, 'late_fill'],
  ])('at %s one submit meets both duties: %j is %s', async (now, body, state) => {
    world.setNow(now)
    const opened = await submit(body)
    expect([opened.summary.deadline.state, opened.plan.deadline.state]).toEqual([state, state])
    expect(await counted()).toEqual([state, state])
  })

  test('in the grace period the special reason is asked for once, and both halves wait for it', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    await expect(submit({})).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path: 'specialReasonKind' }] },
    })
    expect(await counted()).toEqual(['pending', 'pending'])
  })

  test('all that is missing in either half is told at once', async () => {
    world.setNow('2026-11-20T16:00:00+08:00')
    const undone = { ...summary, description: [{ text: '走访', done: false }, { text: '回访' }], result: [] }
    await expect(submit({ summary: undone, plan: { ...plan, description: [] } })).rejects.toMatchObject({
      problem: {
        errors: [
          { path: 'summary.description', message: '还有 1 项没有注明完成或未完成' },
          { path: 'summary.result' },
          { path: 'summary.issue', message: '1 项没有完成，请填写存在问题及计划' },
          { path: 'plan.description', message: '请填写下周工作计划' },
        ],
      },
    })
  })

  test('a complete draft files itself on Sunday night, both halves of it', async () => {
    world.setNow('2026-11-20T16:00:00+08:00')
    await world.as(pm).reports.saveWeekly({ ...of(week), body: { summary, plan } })
    expect(await counted()).toEqual(['pending', 'pending'])
    await passTo(world, '2026-11-23T00:00:30+08:00')
    expect(await counted()).toEqual(['on_time', 'on_time'])
    const { summary: filed, plan: promised } = await open()
    expect([filed.autoSubmitted, promised.autoSubmitted]).toEqual([true, true])
    expect(
      (await toldTo(world, pm)).flatMap(({ kind, title }) => (kind === 'filed_itself' ? title : [])).sort(),
    ).toEqual(['第47周总结已自动提交', '第48周计划已自动提交'])
    const asked = await requestsOf(promised.id)
    expect(asked.map(({ state }) => state)).toEqual(['open', 'open'])
  })

  test('what nobody wrote is 未填 after nine, for both halves', async () => {
    await passTo(world, '2026-11-23T09:01:00+08:00')
    expect(await counted()).toEqual(['missed', 'missed'])
  })
})

describe('五.2.2)① 完成情况先不填', () => {
  test('before the last working day the plan can be submitted alone, the summary is refused with the day', async () => {
    world.setNow('2026-11-18T10:00:00+08:00')
    expect(await open()).toMatchObject({
      subject: '第47周总结',
      timeOption: '一周',
      prompts: { description: '当周工作计划', result: '填写针对本周计划的完成情况' },
      summary: { lockedUntil: '2026-11-20', planFiled: false, can: { save: false, submit: false } },
      plan: { week: next, subject: '第48周总结', can: { submit: true } },
    })
    await expect(submit({})).rejects.toMatchObject({
      problem: {
        status: 422,
        errors: [
          {
            path: 'summary',
            message: '完成情况先不填：从 11-20 周五（本周最后一个工作日）起才能提交（五.2.2)①）',
          },
        ],
      },
    })
    await submit({ summary: null })
    expect(await counted()).toEqual(['pending', 'on_time'])
    await expect(submit({ summary: null })).rejects.toMatchObject({ problem: { code: 'already_submitted' } })
  })

  test('a Sunday worked for the holidays is the last day of its week', async () => {
    world.setNow('2026-09-19T12:00:00+08:00')
    expect((await open('2026-W38')).summary.lockedUntil).toBe('2026-09-20')
    world.setNow('2026-09-20T10:00:00+08:00')
    expect((await open('2026-W38')).summary.lockedUntil).toBeNull()
  })

  test('the week before the Spring Festival plans the week after it (§1B-6)', async () => {
    world.setNow('2026-02-14T10:00:00+08:00')
    const opened = await open('2026-W07')
    expect(opened.plan).toMatchObject({ week: '2026-W09', monday: '2026-02-23', subject: '第9周总结' })
    world.setNow('2026-02-20T10:00:00+08:00')
    expect((await open('2026-W08')).summary.closed).toBe('这一周没有工作日，不填周总结')
  })

  test('a week that has not begun, and one that does not exist, cannot be opened', async () => {
    world.setNow('2026-11-20T16:00:00+08:00')
    await expect(open('2026-W48')).rejects.toMatchObject({ problem: { errors: [{ path: 'week' }] } })
    await expect(open('2025-W53')).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(world.as(null).reports.openWeekly(of(week))).rejects.toMatchObject({
      problem: { status: 401 },
    })
    await expect(world.as(world.people.gm).reports.openWeekly(of(week))).rejects.toMatchObject({
      problem: { status: 403 },
    })
  })
})

test('a line that says nothing of what stood in the way may leave it out; null is told in plain words', async () => {
  world.setNow('2026-11-20T16:00:00+08:00')
  const payload = { summary: { version: 0, description: [{ text: '走访', issue: null }], result: [] } }
  const refused = await world.app.inject({
    method: 'PUT',
    url: `/api/reports/weekly/${week}/draft`,
    headers: { cookie: await world.cookieOf(pm) },
    payload,
  })
  expect(refused.json().errors).toEqual([{ path: 'summary.description.0.issue', message: '这里应为文字' }])
})

describe('a plan that was submitted', () => {
  beforeEach(async () => {
    world.setNow('2026-11-13T16:00:00+08:00')
    await submit({ summary: null }, '2026-W46')
  })
  const recordOf = async () => (await open()).summary

  test('is read by the manager at once, and what is being written of its outcome is not', async () => {
    world.setNow('2026-11-20T15:00:00+08:00')
    const { id, version } = await recordOf()
    const begun = {
      version,
      description: [
        { text: '提交防火墙方案', done: false, issue: '价格还没有批' },
        { text: '约信通公司主任', done: true },
      ],
      result: [{ text: '方案改了三稿' }],
    }
    await world.as(pm).reports.saveWeekly({ ...of(week), body: { summary: begun } })
    const read = await world.as(world.people.dm).reports.get({ params: { id: id ?? '' } })
    expect(read).toMatchObject({
      kind: 'weekly',
      period: week,
      date: '2026-11-22',
      result: [],
      issue: null,
      state: 'on_time',
      weekly: { plan: { state: 'on_time' }, summary: null },
      support: [
        { body: '需要售前工程师一天', state: 'open' },
        { body: '借一台演示设备', state: 'open' },
      ],
    })
    expect(read.description.map(({ done, issue }) => [done, issue])).toEqual([
      [null, undefined],
      [null, undefined],
    ])
    const found = async (q: string) =>
      (await world.as(world.people.dm).reports.stream({ query: { box: 'all', q, personId: [pm.id] } })).items
        .length
    expect([await found('防火墙方案'), await found('改了三稿')]).toEqual([1, 0])
  })

  test.each([
    ['2026-11-16T09:00:00+08:00', '2026-11-20'],
    ['2026-11-20T09:00:00+08:00', '2026-11-20'],
  ])(
    'tells its author at %s from when 完成情况 can be written, and nobody else (五.2.2)①)',
    async (at, from) => {
      world.setNow(at)
      const { id } = await recordOf()
      const read = async (person: typeof pm) =>
        (await world.as(person).reports.get({ params: { id: id ?? '' } })).weekly?.summaryFrom
      expect(await read(pm)).toBe(from)
      expect(await read(world.people.dm)).toBeNull()
    },
  )

  test('keeps its words when its outcome is told, and comes back unread with it', async () => {
    const { dm } = world.people
    world.setNow('2026-11-20T16:00:00+08:00')
    const { id, version, description, planFiled } = await recordOf()
    expect(planFiled).toBe(true)
    expect(description.map(({ text }) => text)).toEqual(['提交防火墙方案', '约信通公司主任'])
    await world.as(dm).reports.markRead({ body: { ids: [id ?? ''] } })
    const told = {
      version,
      description: [
        { text: '提交防火墙方案', done: true },
        { text: '另写一条', done: true },
        { text: '约信通公司主任', done: false, issue: '主任出差' },
      ],
      result: [{ text: '方案已提交' }],
    }
    const { plan: coming, ...opened } = await submit({ summary: told, plan })
    expect(opened.summary.description).toMatchObject([
      { text: '提交防火墙方案', done: true },
      { text: '约信通公司主任', done: false, issue: '主任出差' },
    ])
    const unread = await world.as(dm).reports.stream({ query: { box: 'unread', personId: [pm.id] } })
    expect(unread.items.map(({ subject }) => subject).sort()).toEqual(['第47周总结', '第48周总结'])
    expect(coming.description).toHaveLength(2)
  })

  test('offers what was not done to the next plan, with the week in which it was promised', async () => {
    world.setNow('2026-11-20T16:00:00+08:00')
    const { plan: coming } = await open()
    const offered = coming.facts.filter(({ box }) => box === 'description').map(({ line }) => line.text)
    expect(offered).toEqual(expect.arrayContaining(['提交防火墙方案', '约信通公司主任']))
  })

  test('is revised with its support: taken out it is withdrawn, the answer to a decided one can still be read', async () => {
    const { dm } = world.people
    world.setNow('2026-11-14T10:00:00+08:00')
    const { id, version } = (await open('2026-W46')).plan
    const [first, second] = await requestsOf(id)
    await world.services.db
      .updateTable('supportRequests')
      .set({ state: 'granted', decidedBy: dm.id, decidedAt: new Date(), reply: '周四过去' })
      .where('id', '=', first?.id ?? '')
      .execute()
    const revised = await world.as(pm).reports.revise({
      params: { id: id ?? '' },
      body: { version, description: plan.description, result: [], support: [{ body: '请经理陪访一次' }] },
    })
    expect(revised.support).toMatchObject([
      { body: '请经理陪访一次', state: 'open', inPlan: true },
      { body: '需要售前工程师一天', state: 'granted', reply: '周四过去', inPlan: false },
    ])
    expect((await open('2026-W46')).plan.support).toMatchObject([{ body: '请经理陪访一次', inPlan: true }])
    const stands = new Map((await requestsOf(id)).map((row) => [row.body, row.state]))
    expect(stands).toEqual(
      new Map([
        ['需要售前工程师一天', 'granted'],
        ['借一台演示设备', 'withdrawn'],
        ['请经理陪访一次', 'open'],
      ]),
    )
    expect(second?.version).toBe(1)
    const versions = await world.as(dm).reports.versions({ params: { id: id ?? '' } })
    expect(versions.map(({ support }) => support.length)).toEqual([2, 1])
  })
})

describe('two windows and two reports', () => {
  test('the second window learns of the first instead of overwriting it', async () => {
    world.setNow('2026-11-20T16:00:00+08:00')
    await world.as(pm).reports.saveWeekly({ ...of(week), body: { plan } })
    const other = { ...plan, description: [{ text: '别的' }] }
    await expect(
      world.as(pm).reports.saveWeekly({ ...of(week), body: { plan: other } }),
    ).rejects.toMatchObject({
      problem: { code: 'version_conflict', facts: { kind: 'weekly_plan', current: { version: 1 } } },
    })
    const again = await world.as(pm).reports.saveWeekly({ ...of(week), body: { plan } })
    expect(again.plan?.version).toBe(1)
  })

  test('六.1.2)② the next report of any kind carries a change of grade, here the weekly one', async () => {
    const customer = await enter(world, world.people.pm)
    world.setNow('2026-11-20T15:00:00+08:00')
    await world.as(world.people.pm).customers.changeGrade({
      params: { id: customer.id },
      body: { to: 'B', reason: '进入立项', version: 1 },
    })
    world.setNow('2026-11-20T16:00:00+08:00')
    const { summary: filed } = await submit({}, week, world.people.pm)
    expect(filed.result.at(-1)?.text).toBe(`客户等级变化：${customer.name} C → B，进入立项。`)
    const { items } = await world.as(world.people.pm).grades.changes({ query: { customerId: customer.id } })
    expect(items[0]?.reflected).toBe(true)
  })
})

function requestsOf(reportId: string | null) {
  return world.services.db
    .selectFrom('supportRequests')
    .select(['id', 'body', 'state', 'version'])
    .where('reportId', '=', reportId ?? '')
    .orderBy('place')
    .orderBy('createdAt')
    .execute()
}
