import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeLedger } from '../testing/reporting.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
let visit: string
let sunday: string
let grade: string
let customerId: string
let known: string

beforeAll(async () => {
  world = await createWorld()
  await writeLedger(world, '2026-11-16', '2026-12-31')
  const { pm } = world.people
  const client = world.as(pm)
  world.setNow('2026-11-18T09:30:00+08:00')
  known = (await client.customers.create({ body: newCustomer('岚汀市供电公司', '沈知白', '主任') })).id
  world.setNow('2026-11-23T11:00:00+08:00')
  const fresh = await client.customers.create({
    body: newCustomer('听涛县供电公司', '温如故', '信息运维班长'),
  })
  customerId = fresh.id
  const record = async (happenedAt: string, more: object) => {
    const activity = await client.activities.record({
      body: {
        customerId,
        happenedAt: `${happenedAt}+08:00`,
        visitorIds: [pm.id],
        content: '防火墙指标',
        result: '11 月底前定防火墙指标',
        problem: '无',
        ...more,
      },
    })
    return activity.id
  }
  await record('2026-11-18T10:00:00', {
    customerId: known,
    nextStep: '带方案第 2 版',
    nextOn: '2026-11-23',
  })
  sunday = await record('2026-11-22T15:00:00', { kind: 'call', result: '约好周一见' })
  visit = await record('2026-11-23T10:00:00', { contactIds: fresh.contacts.map(({ id }) => id) })
  world.setNow('2026-11-23T16:48:00+08:00')
  const changed = await client.customers.get({ params: { id: customerId } })
  await client.customers.changeGrade({
    params: { id: customerId },
    body: { to: 'A', reason: '分管副总主持数字化', resources: '同厂合作', version: changed.version },
  })
  const change = await world.services.db
    .selectFrom('gradeChanges')
    .select('id')
    .where('customerId', '=', customerId)
    .executeTakeFirstOrThrow()
  grade = change.id
})
afterAll(() => world.close())

const newCustomer = (name: string, contactName: string, contactPosition: string) => ({
  name,
  contactName,
  contactPosition,
  contactPhone: '19900000001',
  status: 'contacting' as const,
  grade: 'B' as const,
  confirmDuplicates: true,
})

const open = () => world.as(world.people.pm).reports.openDaily({ params: { date: '2026-11-23' } })
const reflectedIn = () =>
  world.services.db
    .selectFrom('gradeChanges')
    .select('reflectedInReportId')
    .where('id', '=', grade)
    .executeTakeFirstOrThrow()

describe('the daily report is written before anybody types', () => {
  test('with the planned steps, the visits since the last working day, new customers and grade changes', async () => {
    world.setNow('2026-11-23T17:30:00+08:00')
    const { description, result, facts, reader, missing } = await open()
    expect(description.map(({ text }) => text)).toEqual(['岚汀市供电公司：带方案第 2 版'])
    expect(result.map(({ text }) => text)).toEqual([
      '11-22 周日：电话联系听涛县供电公司：约好周一见。',
      '拜访听涛县供电公司温如故（信息运维班长）：11 月底前定防火墙指标。',
      '新客户：听涛县供电公司，联系人温如故（信息运维班长），接触中。',
      '客户等级变化：听涛县供电公司 B → A，分管副总主持数字化。',
    ])
    expect(result[1]?.ref).toEqual({ type: 'visit', id: visit })
    expect(facts.every(({ included }) => included)).toBe(true)
    expect(facts.at(-1)?.clause).toBe('六.1.2)②')
    expect(reader?.name).toBe('安培之')
    expect(missing).toEqual([])
  })

  test('a fact that was taken out of the draft is offered again', async () => {
    world.setNow('2026-11-23T17:31:00+08:00')
    const opened = await open()
    const kept = opened.result.slice(1)
    await world.as(world.people.pm).reports.saveDraft({
      params: { date: '2026-11-23' },
      body: { version: 0, description: opened.description, result: kept },
    })
    const again = await open()
    expect(again.result).toHaveLength(3)
    expect(again.facts.filter(({ included }) => !included)).toMatchObject([{ line: { ref: { id: sunday } } }])
  })
})

describe('六.1.2)② a grade change', () => {
  test('is 未体现 until the report is submitted, and cannot be left out of it', async () => {
    world.setNow('2026-11-23T17:32:00+08:00')
    expect((await reflectedIn()).reflectedInReportId).toBeNull()
    const { version, description, result } = await open()
    const report = await world.as(world.people.pm).reports.submit({
      params: { date: '2026-11-23' },
      body: {
        version,
        description: description.map((line) => ({ ...line, done: false })),
        result: result.filter(({ ref }) => ref?.type !== 'grade_change'),
        issue: '对方外出，改约 11-24',
      },
    })
    expect(report.result.at(-1)).toMatchObject({ ref: { type: 'grade_change', id: grade } })
    expect((await reflectedIn()).reflectedInReportId).toBe(report.id)
    expect(report.mentions).toEqual([
      { customerId, name: '听涛县供电公司', facts: 'A 级（重点），无交易客户' },
      { customerId: known, name: '岚汀市供电公司', facts: 'B 级（一般），无交易客户' },
    ])
  })

  test('what was not done is carried into the plan of the next day', async () => {
    world.setNow('2026-11-24T08:30:00+08:00')
    const next = await world.as(world.people.pm).reports.openDaily({ params: { date: '2026-11-24' } })
    expect(next.description).toMatchObject([
      { text: '岚汀市供电公司：带方案第 2 版', ref: { type: 'visit' }, done: null, leftFrom: '2026-11-23' },
    ])
    expect(next.result).toEqual([])
  })

  test('a line that nobody said anything about comes along, too; one whose step was ticked off since does not', async () => {
    const client = world.as(world.people.pm)
    world.setNow('2026-11-24T17:30:00+08:00')
    const opened = await client.reports.openDaily({ params: { date: '2026-11-24' } })
    const [step] = opened.description
    const filed = await client.reports
      .submit({
        params: { date: '2026-11-24' },
        body: {
          version: 0,
          description: [...opened.description, { text: '改方案' }],
          result: [{ text: '在改' }],
        },
      })
      .catch((e) => {
        throw new Error(JSON.stringify(e.problem))
      })
    const next = () => client.reports.openDaily({ params: { date: '2026-11-25' } })
    world.setNow('2026-11-25T08:30:00+08:00')
    expect((await next()).description).toMatchObject([
      { ref: step?.ref, leftFrom: '2026-11-23' },
      { text: '改方案', ref: { type: 'report', id: filed.id }, leftFrom: '2026-11-24' },
    ])
    await client.activities.completeNextStep({ params: { id: step?.ref?.id ?? '' } })
    expect((await next()).description.map(({ text }) => text)).toEqual(['改方案'])
  })

  test('a step promised for a day that no report told of is planned with the next', async () => {
    const client = world.as(world.people.pm)
    world.setNow('2026-11-25T09:00:00+08:00')
    await client.activities.record({
      body: {
        customerId: known,
        happenedAt: '2026-11-25T08:50:00+08:00',
        visitorIds: [world.people.pm.id],
        content: '约时间',
        result: '周六上午',
        problem: '无',
        nextStep: '送样册',
        nextOn: '2026-11-28',
      },
    })
    world.setNow('2026-11-30T08:30:00+08:00')
    const opened = await client.reports.openDaily({ params: { date: '2026-11-30' } })
    expect(opened.description.map(({ text }) => text)).toContain('岚汀市供电公司：送样册')
  })
})

describe('五.1.2)① a promise that was kept', () => {
  test('is ticked in the plan when its customer was seen that day, and not before', async () => {
    const client = world.as(world.people.pm)
    const date = '2026-12-03'
    const seen = (at: string, more: object = {}) =>
      client.activities.record({
        body: {
          ...{ customerId: known, happenedAt: `${at}:00+08:00`, visitorIds: [world.people.pm.id] },
          ...{ content: '走访', result: '看了样册', problem: '无', ...more },
        },
      })
    world.setNow('2026-12-02T16:00:00+08:00')
    const promise = await seen('2026-12-02T15:00', { nextStep: '取样册', nextOn: date })
    const planned = async () =>
      (await client.reports.openDaily({ params: { date } })).description.find(
        ({ ref }) => ref?.id === promise.id,
      )
    world.setNow(`${date}T09:00:00+08:00`)
    expect((await planned())?.done).toBeNull()
    world.setNow(`${date}T16:00:00+08:00`)
    await seen(`${date}T15:00`)
    expect((await planned())?.done).toBe(true)
  })
})

describe('what the system learns after the report was submitted', () => {
  test('is news for its author, until a new version tells it; what he left out before is not', async () => {
    const client = world.as(world.people.pm)
    const date = '2026-11-26'
    const call = (at: string, result: string) =>
      client.activities.record({
        body: {
          customerId: known,
          kind: 'call',
          happenedAt: `${date}T${at}:00+08:00`,
          visitorIds: [world.people.pm.id],
          content: '约时间',
          result,
          problem: '无',
        },
      })
    world.setNow(`${date}T16:00:00+08:00`)
    await call('09:00', '不值一提')
    world.setNow(`${date}T16:30:00+08:00`)
    const filed = await client.reports.submit({
      params: { date },
      body: { version: 0, description: [{ text: '打电话', done: true }], result: [{ text: '打了' }] },
    })
    world.setNow(`${date}T18:00:00+08:00`)
    await call('10:00', '约好周四')
    const news = async () =>
      (await client.reports.openDaily({ params: { date } })).facts.filter((fact) => fact.news)
    const [late] = await news()
    expect(await news()).toHaveLength(1)
    expect(late?.line.text).toContain('约好周四')
    await client.reports.revise({
      params: { id: filed.id },
      body: {
        version: filed.version,
        description: filed.description,
        result: [...filed.result, ...(late ? [late.line] : [])],
      },
    })
    expect(await news()).toEqual([])
  })
})

describe('a visit told at length', () => {
  test('is cut to what a line of the report may hold, so that the draft can be saved and submitted', async () => {
    const { pm } = world.people
    world.setNow('2026-11-29T16:00:00+08:00')
    await world.as(pm).activities.record({
      body: {
        customerId,
        happenedAt: '2026-11-29T15:00:00+08:00',
        visitorIds: [pm.id],
        content: '防火墙指标',
        result: '长'.repeat(2000),
        problem: '难'.repeat(2000),
      },
    })
    world.setNow('2026-11-30T17:30:00+08:00')
    const date = '2026-11-30'
    const opened = await world.as(pm).reports.openDaily({ params: { date } })
    const [told] = opened.result
    expect(told?.text).toMatch(/^11-29 周日：拜访听涛县供电公司：长+…$/)
    expect(told?.text).toHaveLength(1000)
    const body = { version: 0, description: [{ text: '定指标' }], result: opened.result }
    const saved = await world.as(pm).reports.saveDraft({ params: { date }, body })
    const filed = await world
      .as(pm)
      .reports.submit({ params: { date }, body: { ...body, version: saved.version } })
    expect(filed.state).toBe('on_time')
  })
})
