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
    expect(page.rail.map(({ label }) => label)).toEqual(['日报宽限截止', '下班', '今天日报', '第48周周例会'])
    const lost = page.items.filter(({ title }) => title.includes('以没填计'))
    expect(lost).toMatchObject([{ group: 'overdue', action: { label: '补填', soft: true } }])
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
      action: { label: '催办', urge: { kind: 'daily', period: '2026-11-20' } },
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
    const { counts } = await today('oa')
    expect(counts?.find(({ key }) => key === 'unreflected')?.to).toBe('/customers/grade-changes?view=open')
    const gm = await today('gm')
    expect(gm.numbers?.map(({ key }) => key)).toEqual([
      'rate',
      'missed',
      'visits',
      'new_customers',
      'grade_changes',
      'silent_a',
    ])
    expect(gm.missedBy?.length).toBeGreaterThan(0)
    expect(gm.sentence.some(({ tone, to }) => tone === 'red' && to)).toBe(true)
    expect(gm.owing).toMatchObject({ date: '2026-11-20', people: [{ name: '安培之' }] })
    const adm = await today('adm')
    expect(adm.system?.calendarWarning).toContain('2026 年工作日历尚无官方放假通知')
    expect(adm.items).toMatchObject([{ title: '录入 2026 年工作日历', action: { to: '/settings/calendar' } }])
  })

  test('leads 总经理 from the number of a division to the rows of that division alone', async () => {
    world.setNow('2026-11-23T08:40:00+08:00')
    const { gm } = world.people
    const { numbers } = await today('gm')
    const linkOf = (key: string) => {
      const of = numbers?.find((one) => one.key === key)?.divisions.find(({ id }) => id === world.divisionId)
      return new URL(of?.to ?? '', 'http://localhost').searchParams
    }
    for (const key of ['rate', 'missed', 'visits', 'grade_changes'])
      expect(linkOf(key).get('divisionId'), key).toBe(world.divisionId)
    const regionId = JSON.parse(linkOf('new_customers').get('regionId') ?? '[]')
    expect(linkOf('silent_a').get('regionId')).toBe(JSON.stringify(regionId))

    const divisionId = world.divisionId
    const ofOther = await enter(world, world.people.pmOther, { name: '别处的客户' })
    const { items: customers } = await world.as(gm).customers.list({ query: { regionId, limit: 200 } })
    expect(customers.map(({ id }) => id)).not.toContain(ofOther.id)
    await world.as(world.people.pmOther).customers.changeGrade({
      params: { id: ofOther.id },
      body: { to: 'B', reason: '进入立项', version: 1 },
    })
    const { items: changes } = await world.as(gm).grades.changes({ query: { divisionId } })
    expect(changes.map(({ customer }) => customer.id)).not.toContain(ofOther.id)
    expect((await world.as(gm).grades.changes({})).items.map(({ customer }) => customer.id)).toContain(
      ofOther.id,
    )
    const visit = { happenedAt: '2026-11-22T10:00:00+08:00', content: '走访', result: '认可', problem: '无' }
    await world.as(world.people.pmOther).activities.record({
      body: { ...visit, customerId: ofOther.id, visitorIds: [world.people.pmOther.id] },
    })
    const visited = async (query: object) =>
      (await world.as(gm).activities.list({ query })).items.map(({ customer }) => customer.id)
    expect(await visited({ divisionId: [divisionId] })).not.toContain(ofOther.id)
    expect(await visited({})).toContain(ofOther.id)
  })

  test('other divisions do not appear in it', async () => {
    const page = await today('dmOther')
    expect(page.items.filter(({ kind }) => kind === 'team_reports')).toEqual([])
    expect(JSON.stringify(page.items)).not.toContain('焦尔')
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

describe('今天 of the manager', () => {
  const decisionsOf = (page: Awaited<ReturnType<typeof today>>) =>
    page.items.filter(({ kind }) => kind === 'decision')

  test('lists the same decisions as 合规, each opening its story, and what is decided is gone', async () => {
    await passTo(world, '2026-11-24T09:06:00+08:00')
    const before = decisionsOf(await today('dm'))
    const dm = world.as(world.people.dm).compliance
    const listed = (await dm.missing()).filter(({ can }) => can.uphold)
    expect(before).toHaveLength(listed.length)
    expect(listed.length).toBeGreaterThan(0)
    const [one] = listed
    expect(before.map(({ action }) => action.to)).toContain(
      `/reports/compliance?person=${one?.person.id}&date=${one?.date}`,
    )
    await dm.uphold({ params: { id: one?.obligationId ?? '' }, body: {} })
    expect(decisionsOf(await today('dm'))).toHaveLength(before.length - 1)
  })

  test('names who became 未填 this morning until it is decided', async () => {
    const page = await today('dm')
    const said = page.sentence.map(({ text }) => text).join('')
    expect(said).toMatch(/\d 人未填（11-23）：/)
    expect(page.owing).toMatchObject({ date: '2026-11-23', canUrge: false })
    expect(page.owing?.people.every(({ state }) => state === 'missed')).toBe(true)
  })

  test('says when all were urged, and asks for it once', async () => {
    await passTo(world, '2026-11-25T08:40:00+08:00')
    const pending = async () => (await today('dm')).items.find(({ kind }) => kind === 'team_reports')
    expect((await pending())?.action).toMatchObject({
      label: '催办',
      urge: { kind: 'daily', period: '2026-11-24' },
    })
    await world.as(world.people.dm).reports.urge({ body: { period: '2026-11-24' } })
    expect((await pending())?.facts).toMatch(/08:40 已催，\d 人/)
    expect((await pending())?.action).toMatchObject({ urge: null, soft: true })
    expect((await today('dm')).owing?.urgedAt).toBe('2026-11-25T00:40:00.000Z')
  })
})

test('a report in its grace period comes first on a day off, and Monday stands under the next week', async () => {
  await passTo(world, '2026-11-28T10:00:00+08:00')
  const page = await today('pm')
  expect(page.items[0]).toMatchObject({ group: 'save', key: 'own:2026-11-27' })
  const thisWeek = page.items.filter(({ group }) => group === 'week')
  expect(thisWeek.map(({ title }) => title)).toEqual(['第48周总结和第49周计划'])
})

test('a reason that was found not to hold is shown until its author has seen it', async () => {
  const { pm, dm } = world.people
  await passTo(world, '2026-11-30T08:30:00+08:00')
  await world.as(pm).reports.submit({ params: { date: '2026-11-27' }, body: withReason })
  const cell = await world.as(dm).compliance.cell({ params: { personId: pm.id, date: '2026-11-27' } })
  await world.as(dm).compliance.rejectReason({
    params: { id: cell.obligationId ?? '' },
    body: { reason: '当天在办公室' },
  })
  const rejected = async () => (await today('pm')).items.find(({ key }) => key === 'rejected:2026-11-27')
  const item = await rejected()
  expect(item).toMatchObject({
    facts: '以没填计：当天在办公室',
    action: { label: '看结果', to: '/?story=2026-11-27' },
  })
  await world.as(pm).notifications.markRead({ params: { id: item?.action.seen ?? '' } })
  expect(await rejected()).toBeUndefined()
})

test('on a trip today says why nothing is owed', async () => {
  const { pm, dm } = world.people
  world.setNow('2026-11-30T09:30:00+08:00')
  await world.as(dm).absences.register({
    body: {
      personId: pm.id,
      kind: 'trip',
      place: '云澈市',
      from: '2026-12-01',
      to: '2026-12-02',
      reason: '验收',
    },
  })
  await passTo(world, '2026-12-01T09:30:00+08:00')
  const page = await today('pm')
  expect(page.exempt).toMatchObject({ text: expect.stringContaining('免填日报'), clause: '五.4.3)①' })
})

describe('a grade change', () => {
  test('after the report was filed says that it is not in it, and opens the report', async () => {
    const { pm } = world.people
    await passTo(world, '2026-12-03T17:00:00+08:00')
    const customer = await enter(world, pm, { grade: 'B' })
    const change = async (grade: 'A' | 'C', version: number) =>
      world.as(pm).customers.changeGrade({
        params: { id: customer.id },
        body: { to: grade, reason: '招标提前', resources: '同厂合作', version },
      })
    const item = async () => (await today('pm')).items.find(({ kind }) => kind === 'grade_change')
    const { version } = await change('A', customer.version)
    expect((await item())?.facts).toContain('打开今天的日报就已写入')
    const report = await world.as(pm).reports.submit({ params: { date: '2026-12-03' }, body: filledIn })
    expect(await item()).toBeUndefined()
    await change('C', version)
    expect(await item()).toMatchObject({
      facts: expect.stringContaining('今天日报已提交，未含此变化'),
      action: { label: '补进日报', to: `/reports/${report.id}?edit=true` },
    })
  })
})
