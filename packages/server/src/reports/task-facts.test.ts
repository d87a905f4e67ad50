import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { writeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
let pm: Person
let customerId: string

beforeAll(async () => {
  world = await createWorld()
  pm = world.people.pm
  await writeLedger(world, '2026-11-01', '2026-12-31')
  world.setNow('2026-11-09T09:00:00+08:00')
  customerId = (await enter(world, pm, { name: '听涛县供电公司', grade: 'A' })).id
})
afterAll(() => world.close())

const assign = async (subject: string, dueOn: string, more: object = {}): Promise<string> => {
  const task = await world
    .as(world.people.dm)
    .tasks.assign({ body: { subject, dueOn, ownerId: pm.id, ...more } })
  return task.id
}
const version = async (id: string) => (await world.as(pm).tasks.get({ params: { id } })).version
const feedback = async (id: string, body: string) =>
  world.as(pm).tasks.feedback({ params: { id }, body: { version: await version(id), body } })
const sendBack = async (id: string) =>
  world
    .as(world.people.dm)
    .tasks.sendBack({ params: { id }, body: { version: await version(id), reason: '数字不全' } })
const openDay = (date: string, as: Person = pm) => world.as(as).reports.openDaily({ params: { date } })
const openWeek = (week: string) => world.as(pm).reports.openWeekly({ params: { week } })
const lines = (of: readonly { text: string; ref: unknown }[]) => of.map(({ text, ref }) => [text, ref])

describe('五.1.2)①, 二.2.1)(15) what was assigned, in the report of the day', () => {
  test('is planned when it is due, offered when it is due later, and leads to its task', async () => {
    world.setNow('2026-11-16T09:00:00+08:00')
    const due = await assign('补报技术方案', '2026-11-16')
    const later = await assign('送检测报告', '2026-11-20', { customerId })
    const opened = await openDay('2026-11-16')
    expect(lines(opened.description)).toEqual([['交办：补报技术方案', { type: 'task', id: due }]])
    expect(opened.facts).toMatchObject([
      { included: true, clause: '二.2.1)(15)' },
      {
        included: false,
        group: '以后到期的交办',
        line: { text: '交办：听涛县供电公司，送检测报告', ref: { type: 'task', id: later } },
      },
    ])
    expect((await openDay('2026-11-16', world.people.pmSameRegion)).facts).toEqual([])
  })

  test('a to-do of one’s own and what is assigned tomorrow are not in it', async () => {
    await world.as(pm).tasks.create({ body: { subject: '买票', dueOn: '2026-11-16' } })
    world.setNow('2026-11-17T09:00:00+08:00')
    await assign('明天才交办', '2026-11-27')
    const { facts } = await openDay('2026-11-16')
    expect(facts.map(({ line }) => line.text).join()).not.toMatch(/买票|明天才交办/)
  })

  test('a visit to its customer does not tick it off; its feedback makes it a fact of the day', async () => {
    world.setNow('2026-11-17T10:00:00+08:00')
    const id = await assign('送样', '2026-11-17', { customerId })
    await world.as(pm).activities.record({
      body: {
        ...{ customerId, happenedAt: '2026-11-17T10:00:00+08:00', visitorIds: [pm.id] },
        ...{ content: '走访', result: '看了机房', problem: '无' },
      },
    })
    const before = await openDay('2026-11-17')
    expect(before.description.find(({ ref }) => ref?.id === id)).toMatchObject({ done: null })
    world.setNow('2026-11-17T15:00:00+08:00')
    await feedback(id, '样品已签收。')
    const after = await openDay('2026-11-17')
    expect(after.description.some(({ ref }) => ref?.id === id)).toBe(false)
    expect(after.result.find(({ ref }) => ref?.id === id)?.text).toBe(
      '完成交办：听涛县供电公司，送样，样品已签收。',
    )
    expect(after.facts.find(({ line }) => line.ref?.id === id)?.at).toBe('2026-11-17T07:00:00.000Z')
    await sendBack(id)
    const returned = await openDay('2026-11-17')
    expect(returned.result.some(({ ref }) => ref?.id === id)).toBe(false)
    expect(returned.description.some(({ ref }) => ref?.id === id)).toBe(true)
  })

  test('is left over to the next day until it is reported, and no longer', async () => {
    const opened = await openDay('2026-11-17')
    await world.as(pm).reports.submit({
      params: { date: '2026-11-17' },
      body: {
        version: 0,
        description: opened.description.map((line) => ({ ...line, done: false })),
        result: [{ text: '忙' }],
        issue: '等资料',
      },
    })
    world.setNow('2026-11-18T09:00:00+08:00')
    const [first] = opened.description
    const next = await openDay('2026-11-18')
    expect(next.description.filter(({ ref }) => ref?.id === first?.ref?.id)).toMatchObject([
      { leftFrom: '2026-11-17' },
    ])
    await feedback(first?.ref?.id ?? '', '已补报')
    const then = await openDay('2026-11-18')
    expect(then.description.some(({ ref }) => ref?.id === first?.ref?.id)).toBe(false)
  })
})

describe('五.2.3)② what was assigned, in the week', () => {
  test('stands in the plan with its day, or is offered; done, it stands beside the plan that promised it', async () => {
    world.setNow('2026-11-20T16:00:00+08:00')
    const due = await assign('报价', '2026-11-25')
    const later = await assign('年度总结', '2026-12-11')
    const { plan } = await openWeek('2026-W47')
    expect(lines(plan.description)).toContainEqual(['交办：报价（周三）', { type: 'task', id: due }])
    expect(plan.facts.find(({ line }) => line.ref?.id === later)).toMatchObject({
      ...{ included: false, group: '以后到期的交办', clause: '二.2.1)(15)' },
    })
    await world.as(pm).reports.submitWeekly({
      params: { week: '2026-W47' },
      body: { summary: null, plan: { version: 0, description: plan.description } },
    })
    world.setNow('2026-11-24T16:00:00+08:00')
    await feedback(due, '报价已交')
    world.setNow('2026-11-27T16:00:00+08:00')
    const { summary, plan: next } = await openWeek('2026-W48')
    expect(lines(summary.result)).toContainEqual(['完成交办：报价，报价已交。', { type: 'task', id: due }])
    expect(summary.facts.find(({ line }) => line.ref?.id === due)).toMatchObject({
      ...{ group: '11-24 周二', keeps: ['交办：报价（周三）'] },
    })
    expect(next.facts.some(({ line }) => line.ref?.id === due)).toBe(false)
  })
})

describe('§3A 交办: who reads a report does not read every task behind it', () => {
  test('the author and the manager open what was assigned; 总经理 sees the line without a way to it', async () => {
    world.setNow('2026-12-01T16:00:00+08:00')
    const id = await assign('核对清单', '2026-12-01')
    const { description } = await openDay('2026-12-01')
    const report = await world.as(pm).reports.submit({
      params: { date: '2026-12-01' },
      body: { version: 0, description, result: [{ text: '已核对' }] },
    })
    const { dm, gm } = world.people
    const readBy = (person: Person) => world.as(person).reports.get({ params: { id: report.id } })
    expect((await readBy(pm)).closedTasks).toEqual([])
    expect((await readBy(dm)).closedTasks).toEqual([])
    expect((await readBy(gm)).closedTasks).toContain(id)
    await expect(world.as(gm).tasks.get({ params: { id } })).rejects.toMatchObject({
      problem: { code: 'not_found' },
    })
  })
})
