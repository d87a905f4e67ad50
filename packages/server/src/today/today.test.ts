import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { filledIn, passTo, withReason, writeLedger } from '../testing/reporting.ts'
import { type Cast, createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await writeLedger(world, '2026-11-12', '2026-12-31')
})
afterAll(() => world.close())

const today = (who: Cast) => world.as(world.people[who]).today.get()

test('a stranger is asked to sign in', async () => {
  await expect(world.as(null).today.get()).rejects.toMatchObject({ problem: { status: 401 } })
})

describe('今天 at 08:40 on Monday', () => {
  test('shows the project supervisor what can still be saved first', async () => {
    await passTo(world, '2026-11-23T08:40:00+08:00')
    const page = await today('pm')
    expect(page.items[0]).toMatchObject({
      group: 'soon',
      title: '星期五工作日报（11-20 周五）',
      tag: { text: '须选特殊原因', tone: 'amber' },
      clause: '五.1.3)②',
      dueAt: '2026-11-23T01:00:00.000Z',
      action: { label: '补齐提交', to: '/reports/daily/2026-11-20' },
    })
    expect(page.items.filter(({ group }) => group === 'overdue').length).toBeGreaterThan(0)
    expect(page.items.at(-1)).toMatchObject({ group: 'today', title: '星期一工作日报' })
    expect(page.sentence.map(({ text }) => text).join('')).toMatch(/^先交 1 份日报，剩 20 分钟；/)
    expect(page.rail.map(({ label }) => label)).toEqual(['日报宽限截止', '下班', '今天日报'])
    expect(page.owing).toBeNull()
    expect(page.toVisit).toEqual([])
  })

  test('shows the manager who has not filed, with one button to urge', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    await world.as(world.people.spm).reports.submit({ params: { date: '2026-11-20' }, body: withReason })
    const page = await today('dm')
    const team = page.items.find(({ kind }) => kind === 'team_reports')
    expect(team).toMatchObject({
      group: 'soon',
      title: '6 人日报未交（11-20 周五）',
      action: { label: '催办', urge: '2026-11-20' },
    })
    expect(page.owing).toMatchObject({ date: '2026-11-20', expected: 7, filed: 1, canUrge: true })
    expect(page.owing?.people.map(({ name }) => name)).not.toContain('傅特')
    expect(page.unread).toMatchObject({ count: 1, latest: [{ author: '傅特' }] })
    expect(page.items.some(({ kind }) => kind === 'decision')).toBe(true)
    expect(page.trend?.length).toBe(3)
  })

  test('shows 综合管理 the data to mend, 总经理 the numbers, the administrator the system', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    expect((await today('oa')).counts?.map(({ key }) => key)).toContain('no_owner')
    const gm = await today('gm')
    expect(gm.counts?.map(({ key }) => key)).toContain('visits')
    expect(gm.owing).toMatchObject({ expected: 1, people: [{ name: '安培之' }] })
    const adm = await today('adm')
    expect(adm.system?.calendarWarning).toContain('2026 年工作日历尚无官方放假通知')
    expect(adm.items).toMatchObject([{ title: '录入 2026 年工作日历', action: { to: '/settings/calendar' } }])
  })

  test('other divisions do not appear in it', async () => {
    const page = await today('dmOther')
    expect(page.owing?.people.map(({ name }) => name)).toEqual(['陆远'])
    expect(page.unread?.count).toBe(0)
  })
})

test('what is done disappears from the list', async () => {
  await passTo(world, '2026-11-24T17:00:00+08:00')
  const before = await today('pm')
  expect(before.items.some(({ key }) => key === 'own:2026-11-24')).toBe(true)
  await world.as(world.people.pm).reports.submit({ params: { date: '2026-11-24' }, body: filledIn })
  const after = await today('pm')
  expect(after.items.some(({ key }) => key === 'own:2026-11-24')).toBe(false)
})

describe('六.2.4) an update that is owed, and the next step beside it', () => {
  const putOff = async (customerId: string) =>
    world.as(world.people.pm).activities.record({
      body: {
        customerId,
        happenedAt: '2026-11-24T10:00:00+08:00',
        visitorIds: [world.people.pm.id],
        content: '确认方案',
        result: '认可',
        problem: '无',
        affectsFollowUp: true,
        nextStep: '送方案',
        nextOn: '2026-11-25',
      },
    })
  const owed = async () =>
    (await today('pm')).items.filter(({ kind }) => kind === 'update_owed').map(({ title }) => title)

  test('are asked only for customers that he can still update', async () => {
    const { pm, pmSameRegion, dm } = world.people
    world.setNow('2026-11-24T17:00:00+08:00')
    const [kept, given, removed] = [await enter(world, pm), await enter(world, pm), await enter(world, pm)]
    for (const { id } of [kept, given, removed]) await putOff(id)
    expect(await owed()).toHaveLength(3)
    await world
      .as(dm)
      .customers.transfer({ body: { ids: [given.id], toOwnerId: pmSameRegion.id, reason: '片区调整' } })
    await world.as(dm).customers.remove({ params: { id: removed.id }, body: { reason: '录错了' } })
    expect(await owed()).toEqual([`更新客户资料：${kept.name}`])
    const steps = (await today('pm')).items.filter(({ kind }) => kind === 'next_step')
    expect(steps.map(({ title }) => title)).toEqual([kept.name])
  })
})
