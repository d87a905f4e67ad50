import type { TeamCalendarEntry } from '@zhuowei/contract/team-calendar.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { filledIn, writeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const { pm, pmSameRegion, dm } = world.people
  world.setNow('2026-11-20T17:00:00+08:00')
  await world.as(dm).absences.register({
    body: {
      ...{ personId: pmSameRegion.id, kind: 'leave', leaveType: 'sick', reason: '手术住院' },
      ...{ from: '2026-11-24', to: '2026-11-25' },
    },
  })
  await writeLedger(world, '2026-11-16', '2026-12-31')
  await world.as(pm).reports.submit({ params: { date: '2026-11-20' }, body: filledIn })
  const customer = await enter(world, pm, { name: '听涛县供电公司' })
  await world.as(pm).activities.record({
    body: {
      ...{ customerId: customer.id, happenedAt: '2026-11-20T10:00:00+08:00', visitorIds: [pm.id] },
      ...{
        content: '防火墙指标',
        result: '下周答复',
        problem: '无',
        nextStep: '送方案',
        nextOn: '2026-11-26',
      },
    },
  })
  world.setNow('2026-11-23T10:00:00+08:00')
})
afterAll(() => world.close())

const week = { from: '2026-11-20', to: '2026-11-26' }
const mine = async (person: Person) =>
  (await world.as(person).teamCalendar.get({ query: week })).entries.map(said)
const team = async (person: Person, more: object = {}) =>
  (await world.as(person).teamCalendar.get({ query: { ...week, scope: 'team', ...more } })).entries.map(said)
const said = ({ from, title, state, person }: TeamCalendarEntry) =>
  [from, person?.name, title, state].filter(Boolean).join(' ')

test('one’s own calendar: what is owed, what was done, what was promised, in the order of the days', async () => {
  expect(await mine(world.people.pm)).toEqual([
    '2026-11-20 焦尔 周五工作日报（按时） done',
    '2026-11-20 焦尔 拜访听涛县供电公司 done',
    '2026-11-23 焦尔 周一工作日报 24:00 截止 due',
    '2026-11-24 焦尔 周二工作日报 24:00 截止 due',
    '2026-11-25 焦尔 周三工作日报 24:00 截止 due',
    '2026-11-26 焦尔 周四工作日报 24:00 截止 due',
    '2026-11-26 焦尔 下一步：送方案（听涛县供电公司） due',
  ])
})

test('whoever is on leave sees the leave, and no reports of these days', async () => {
  const entries = await mine(world.people.pmSameRegion)
  expect(entries).toContain('2026-11-24 瓦澜 请假：病假 away')
  expect(entries.filter((entry) => /2026-11-2[45] 瓦澜 .*日报/.test(entry))).toEqual([])
})

test('the manager sees his team day by day, and one person in full', async () => {
  const { dm, pm } = world.people
  const all = await team(dm)
  expect(all).toContain('2026-11-20 7 人未填 late')
  expect(all).toContain('2026-11-24 瓦澜 请假：病假 away')
  expect(all).toContain('2026-11-20 拜访与电话 1 次 done')
  expect(await team(dm, { personId: pm.id })).toContain(
    '2026-11-26 焦尔 下一步：送方案（听涛县供电公司） due',
  )
})

test('a colleague in the office sees that somebody is away, not why; 考勤员 does', async () => {
  const { oa, att } = world.people
  expect(await team(oa)).toContain('2026-11-24 瓦澜 请假 away')
  const reply = await world.as(oa).teamCalendar.get({ query: { ...week, scope: 'team' } })
  expect(JSON.stringify(reply)).not.toMatch(/病假|手术/)
  expect(reply.entries.find(({ kind }) => kind === 'leave')?.link).toBeNull()
  expect(await team(att)).toContain('2026-11-24 瓦澜 请假：病假 away')
  const known = await world.as(world.people.dm).teamCalendar.get({ query: { ...week, scope: 'team' } })
  expect(JSON.stringify(known)).not.toContain('手术')
})

test('nobody looks into the calendar of a colleague, or of another division', async () => {
  const { pm, spm, dm, dmOther, gm } = world.people
  for (const person of [pm, spm]) await expect(team(person)).rejects.toThrow('团队日历由部门经理')
  expect(JSON.stringify(await team(dmOther))).not.toMatch(/瓦澜|焦尔|听涛/)
  expect(JSON.stringify(await team(dmOther, { personId: pm.id }))).not.toMatch(/听涛/)
  await expect(team(dm, { divisionId: world.otherDivisionId })).rejects.toThrow('没有找到')
  expect(await team(gm, { divisionId: world.divisionId })).toContain('2026-11-24 瓦澜 请假：病假 away')
})

test('the days carry the working calendar, and six weeks are the most at once', async () => {
  const { pm } = world.people
  const { days } = await world.as(pm).teamCalendar.get({ query: { from: '2026-09-26', to: '2026-10-10' } })
  expect(days.find(({ date }) => date === '2026-10-01')).toMatchObject({ type: 'holiday', name: '国庆节' })
  for (const query of [
    { from: '2026-11-02', to: '2026-11-01' },
    { from: '2026-11-01', to: '2026-12-13' },
  ])
    await expect(world.as(pm).teamCalendar.get({ query })).rejects.toMatchObject({ problem: { status: 422 } })
})
