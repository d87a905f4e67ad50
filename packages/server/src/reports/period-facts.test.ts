import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { writeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
let pm: Person
let tingtao: string
let yunche: string
/** The visit of W46 that promised a sample for W47. */
let promise: string

beforeAll(async () => {
  world = await createWorld()
  pm = world.people.pm
  await writeLedger(world, '2026-10-01', '2026-12-31')
  world.setNow('2026-08-03T09:00:00+08:00')
  tingtao = (await enter(world, pm, { name: '听涛县供电公司', grade: 'A' })).id
  yunche = (await enter(world, pm, { name: '云澈物资公司', grade: 'B' })).id
  await enter(world, pm, { name: '久未去电厂', grade: 'A' })
  promise = await visit('2026-11-12T10:00', tingtao, { nextStep: '送样', nextOn: '2026-11-18' })
})
afterAll(() => world.close())

async function visit(at: string, customerId: string, more: object = {}): Promise<string> {
  world.setNow(`${at}:00+08:00`)
  const body = { customerId, happenedAt: `${at}:00+08:00`, visitorIds: [pm.id], content: '走访' }
  const rest = { result: '看了机房', problem: '无', ...more }
  return (await world.as(pm).activities.record({ body: { ...body, ...rest } })).id
}

const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text)
const openWeek = (week: string) => world.as(pm).reports.openWeekly({ params: { week } })

describe('五.2 the week writes itself', () => {
  test('the plan begins with due steps and planned visits; whom nobody has seen is offered', async () => {
    world.setNow('2026-11-13T16:00:00+08:00')
    await world.as(pm).dueVisits.plan({ params: { id: yunche }, body: { on: '2026-11-17' } })
    const { plan } = await openWeek('2026-W46')
    expect(plan.week).toBe('2026-W47')
    expect(texts(plan.description)).toEqual([
      '听涛县供电公司：送样（周三）',
      '拜访云澈物资公司（B 级）（周二）',
    ])
    expect(plan.description[0]?.ref).toEqual({ type: 'visit', id: promise })
    expect(plan.facts.filter(({ included }) => !included)).toMatchObject([
      { group: '遗忘客户', clause: '六.4.1)', line: { text: expect.stringContaining('久未去电厂') } },
    ])
  })

  test('on Monday nothing of this week has slipped into the next; what was promised stands beside what happened, in the words of the day where it was reported', async () => {
    const { plan } = await openWeek('2026-W46')
    await world.as(pm).reports.submitWeekly({
      params: { week: '2026-W46' },
      body: {
        summary: { version: 0, description: [], result: [{ text: '忙' }], issue: null },
        plan: {
          version: 0,
          description: [...plan.description, { text: '写招标文件' }],
          support: [{ body: '请专家一天' }],
        },
      },
    })
    world.setNow('2026-11-16T09:00:00+08:00')
    const monday = await openWeek('2026-W47')
    expect([texts(monday.plan.description), monday.plan.week]).toEqual([[], '2026-W48'])
    const told = await visit('2026-11-18T10:00', tingtao)
    world.setNow('2026-11-18T17:30:00+08:00')
    await world.as(pm).reports.submit({
      params: { date: '2026-11-18' },
      body: {
        version: 0,
        description: [{ text: '送样' }],
        result: [
          { text: '样品已送到，温班长签收', ref: { type: 'visit', id: told } },
          { text: '补填了台账' },
        ],
      },
    })
    await visit('2026-11-19T10:00', tingtao)
    world.setNow('2026-11-20T16:00:00+08:00')
    const { summary } = await openWeek('2026-W47')
    expect(texts(summary.result)).toEqual(['样品已送到，温班长签收', '拜访听涛县供电公司：看了机房。'])
    expect(summary.facts.map(({ group, keeps, included }) => [group, keeps, included])).toEqual([
      ['11-18 周三', ['听涛县供电公司：送样（周三）'], true],
      ['11-19 周四', ['听涛县供电公司：送样（周三）'], true],
      ['11-18 周三', [], false],
    ])
  })

  test('what was not done is handed on with its age, and nothing else is', async () => {
    const { summary } = await openWeek('2026-W47')
    const description = summary.description.map((line, place) => ({
      ...line,
      done: place !== 2,
      ...(place === 2 && { issue: '参数没定' }),
    }))
    await world.as(pm).reports.saveWeekly({
      params: { week: '2026-W47' },
      body: {
        summary: { version: summary.version, description, result: summary.result, issue: null },
        plan: null,
      },
    })
    const { plan } = await openWeek('2026-W47')
    const [handedOn] = plan.description
    expect(handedOn).toMatchObject({ text: '写招标文件', carried: 1, leftFrom: '2026-11-16', done: null })
    expect(texts(plan.description)).not.toContain('拜访云澈物资公司（B 级）（周二）')
  })

  test('a colleague’s visits are not one’s own, and a stranger sees nothing', async () => {
    const other = await world
      .as(world.people.pmSameRegion)
      .reports.openWeekly({ params: { week: '2026-W47' } })
    expect(other.summary.facts).toEqual([])
    await expect(world.as(null).reports.openWeekly({ params: { week: '2026-W47' } })).rejects.toMatchObject({
      problem: { status: 401 },
    })
  })
})

describe('五.3.2)① the month', () => {
  test('offers its figures, the weeks’ words and problems, and sets the last focus beside what happened', async () => {
    world.setNow('2026-10-30T16:00:00+08:00')
    await world.as(pm).reports.submitMonthly({
      params: { month: '2026-10' },
      body: {
        version: 0,
        description: [{ text: '开局' }],
        result: [{ text: '听涛县供电公司立项' }, { text: '学习' }],
        issue: '无',
      },
    })
    world.setNow('2026-11-20T17:00:00+08:00')
    const { summary } = await openWeek('2026-W47')
    await world.as(pm).reports.submitWeekly({
      params: { week: '2026-W47' },
      body: {
        summary: {
          version: summary.version,
          description: summary.description,
          result: summary.result,
          issue: '预算未批',
        },
        plan: null,
      },
    })
    world.setNow('2026-11-30T16:00:00+08:00')
    const opened = await world.as(pm).reports.openMonthly({ params: { month: '2026-11' } })
    expect(texts(opened.promised)).toEqual(['听涛县供电公司立项', '学习'])
    expect(opened.facts.filter(({ keeps }) => keeps?.includes('听涛县供电公司立项'))).toHaveLength(3)
    const inGroup = (wanted: string) =>
      opened.facts.filter(({ group }) => group === wanted).map(({ line }) => line.text)
    expect(inGroup('本月数字')).toEqual([
      '拜访 3 次：A 级 3 次。',
      '第47周计划 3 项，完成 2 项，未完成 1 项。',
      expect.stringMatching(/^日报应填 20 份，按时 1 份/),
    ])
    expect(inGroup('第47周')).toHaveLength(2)
    expect(inGroup('各周存在问题')).toEqual(['第47周：预算未批'])
    expect(inGroup('没完成的')).toEqual(['写招标文件'])
    expect(opened.facts.find(({ box }) => box === 'issue')?.included).toBe(false)
    expect(opened.description).toEqual([])
  })
})

describe('五.4.2)① the trip', () => {
  test('tells its days from what was recorded on the way', async () => {
    world.setNow('2026-11-30T17:00:00+08:00')
    const trip = await world.as(pm).absences.request({
      body: {
        kind: 'trip',
        place: '望舒',
        from: '2026-12-01',
        to: '2026-12-02',
        portion: 'full',
        reason: '走访',
      },
    })
    const id = await visit('2026-12-01T10:00', yunche, { nextStep: '发方案', nextOn: '2026-12-08' })
    world.setNow('2026-12-03T10:00:00+08:00')
    const opened = await world.as(pm).reports.openTrip({ params: { tripId: trip.id } })
    expect(opened.description).toMatchObject([
      { text: '12-01 周二：拜访云澈物资公司：看了机房。', ref: { type: 'visit', id } },
    ])
    expect(texts(opened.result)).toEqual(['下一步：云澈物资公司，发方案（12-08 前）。'])
  })
})
