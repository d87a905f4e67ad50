import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTarget, type Target } from '../testing/access-matrix/targets.ts'
import { refusal } from '../testing/refusal.ts'
import { toldTo } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { escalateOverdue } from './escalate.ts'

let world: World
let target: Target
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.setNow('2026-11-23T10:00:00+08:00')
  target = await makeTarget(world, 'pm')
})

const words = '对方说我们的人当着他的面摔了电话'
const record = (body: object = {}, as: Person = world.people.pmSameRegion) =>
  world.as(as).complaints.record({
    body: {
      cause: 'service',
      about: 'department',
      targetDepartment: '工程部',
      customerId: target.customerId,
      complainant: '江予安',
      content: words,
      ...body,
    },
  })
const aboutPerson = (person: Person) => ({ about: 'person', targetPersonId: person.id })
const get = (id: string, as: Person) => world.as(as).complaints.get({ params: { id } })
const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code
const step = (
  complaint: { id: string; version: number },
  as: Person,
): {
  dispatch: (to: Person) => ReturnType<typeof get>
  handle: () => ReturnType<typeof get>
  resolve: () => ReturnType<typeof get>
  callBack: (satisfied: boolean) => ReturnType<typeof get>
} => {
  const { complaints } = world.as(as)
  const { id, version } = complaint
  const params = { id }
  return {
    dispatch: (to) => complaints.dispatch({ params, body: { version, assigneeId: to.id } }),
    handle: () => complaints.handle({ params, body: { version, body: '已联系客户' } }),
    resolve: () => complaints.resolve({ params, body: { version, body: '已更换装置' } }),
    callBack: (satisfied) => complaints.callBack({ params, body: { version, satisfied, body: '回访' } }),
  }
}
const todayOf = async (as: Person, id: string) =>
  (await world.as(as).today.get()).items.find(({ key }) => key === `complaint:${id}`)

describe('六.5.1) every complaint is with the manager at once', () => {
  test('it gets a number and its clocks, and the manager a notification and a row of 今天', async () => {
    const made = await record({ level: 'urgent' })
    expect(made).toMatchObject({ state: 'notified', forGm: false, customer: { id: target.customerId } })
    expect(made.number).toMatch(/^TS-202611-\d{3}$/)
    expect(made.responseDueAt).toBe('2026-11-23T04:00:00.000Z')
    expect(made.solutionDueAt).toBe('2026-11-24T02:00:00.000Z')
    const [told] = await toldTo(world, world.people.dm)
    expect(told?.title).toContain(`紧急投诉 ${made.number} 待派单`)
    expect(told?.title).not.toContain(words)
    expect(await todayOf(world.people.dm, made.id)).toMatchObject({
      dueAt: '2026-11-23T04:00:00.000Z',
      tag: { text: '紧急' },
      action: { label: '派单' },
    })
  })

  test.each([
    ['nobody is named', { about: 'person' }, 'targetPersonId'],
    ['no department is named', { targetDepartment: ' ' }, 'targetDepartment'],
    ['no customer is chosen', { about: 'customer', customerId: null }, 'customerId'],
    ['nothing is said', { content: '' }, 'content'],
    ['the customer is not there', { customerId: '01939c5e-0000-7000-8000-000000000000' }, 'customerId'],
  ])('%s: the field says so', async (_, body, path) => {
    const { errors } = await refusal(record(body))
    expect(errors?.map((error: { path: string }) => error.path)).toContain(path)
  })

  test('the same press twice records one', async () => {
    const call = {
      idempotencyKey: crypto.randomUUID(),
      body: { cause: 'quality', about: 'department', targetDepartment: '工程部', content: words } as const,
    }
    const { complaints } = world.as(world.people.pm)
    expect((await complaints.record(call)).id).toBe((await complaints.record(call)).id)
  })
})

describe('who sees it (§3A, G20)', () => {
  test('a complaint about somebody is there for him only when it is dispatched to him', async () => {
    const { dm, oa, pm, pmSameRegion, spm } = world.people
    const made = await record(aboutPerson(pm))
    expect(await codeOf(get(made.id, pm))).toBe('not_found')
    expect(await codeOf(get(made.id, spm))).toBe('not_found')
    expect((await get(made.id, pmSameRegion)).can).toEqual({
      dispatch: false,
      handle: false,
      callBack: false,
    })
    expect((await get(made.id, oa)).content).toBe(words)
    const timeline = () => world.as(pm).customers.timeline({ params: { id: target.customerId } })
    expect(JSON.stringify(await timeline())).not.toContain(made.number)
    await step(made, dm).dispatch(pm)
    expect((await get(made.id, pm)).can.handle).toBe(true)
    expect(JSON.stringify(await timeline())).toContain(`登记投诉 ${made.number}`)
  })

  test('the timeline of the customer tells of it only those who may see the complaint', async () => {
    const { pm, pmSameRegion, dm, oa } = world.people
    const made = await record()
    const readers: [Person, boolean][] = [
      [pm, false],
      [pmSameRegion, true],
      [dm, true],
      [oa, true],
    ]
    for (const [person, tells] of readers) {
      const timeline = await world.as(person).customers.timeline({ params: { id: target.customerId } })
      expect(JSON.stringify(timeline).includes(made.number)).toBe(tells)
    }
  })

  test('who is given a complaint about himself does not learn who brought it; he was the last one offered', async () => {
    const { dm, pm, pmSameRegion } = world.people
    const made = await record(aboutPerson(pm))
    expect((await get(made.id, dm)).assignable.at(-1)?.id).toBe(pm.id)
    await step(made, dm).dispatch(pm)
    const { timeline } = world.as(pm).customers
    const recorded = (await timeline({ params: { id: target.customerId } })).items.find(({ summary }) =>
      summary.startsWith(`登记投诉 ${made.number}`),
    )
    expect([(await get(made.id, pm)).createdBy, recorded?.actor]).toEqual([null, null])
    expect((await get(made.id, pmSameRegion)).createdBy?.id).toBe(pmSameRegion.id)
    expect((await get(made.id, dm)).createdBy?.id).toBe(pmSameRegion.id)
  })

  test('one about the manager goes to 总经理; the manager neither sees nor meets it anywhere', async () => {
    const { dm, gm, oa, pm, pmSameRegion } = world.people
    const made = await record(aboutPerson(dm))
    expect(made.forGm).toBe(true)
    expect((await toldTo(world, gm))[0]?.title).toContain(made.number)
    expect(await codeOf(get(made.id, dm))).toBe('not_found')
    expect(await codeOf(get(made.id, oa))).toBe('not_found')
    expect(await codeOf(get(made.id, pm))).toBe('not_found')
    expect((await get(made.id, pmSameRegion)).content).toBe(words)
    const listed = await world.as(oa).complaints.list({ query: { limit: 200 } })
    expect(JSON.stringify(listed)).not.toContain(made.number)
    const seen = [
      await world.as(dm).complaints.list(),
      await world.as(dm).today.get(),
      await world.as(dm).notifications.list(),
      await world.as(dm).audit.list(),
      await world.as(dm).customers.timeline({ params: { id: target.customerId } }),
    ]
    expect(JSON.stringify(seen)).not.toContain(made.number)
    expect(await todayOf(gm, made.id)).toMatchObject({ action: { label: '派单' } })
    const given = await step(made, gm).dispatch(pm)
    const solved = await step(given, pm).resolve()
    expect(solved.can).toEqual({ dispatch: false, handle: false, callBack: false })
    expect(await codeOf(step(solved, pm).callBack(true))).toBe('forbidden')
    expect((await step(solved, gm).callBack(true)).state).toBe('closed')
  })

  test('one about the manager is never given to him, not even by 总经理', async () => {
    const { dm, gm } = world.people
    const made = await record(aboutPerson(dm))
    expect((await get(made.id, gm)).assignable.map(({ id }) => id)).not.toContain(dm.id)
    expect((await refusal(step(made, gm).dispatch(dm))).errors).toEqual([
      { path: 'assigneeId', message: '这件投诉是针对他本人的，请派给别人' },
    ])
  })

  test('总经理 may take one about the manager himself; a manager offers it to no 总经理', async () => {
    const { dm, gm } = world.people
    const made = await record(aboutPerson(dm))
    expect((await get(made.id, gm)).assignable.map(({ id }) => id)).toContain(gm.id)
    const own = await step(made, gm).dispatch(gm)
    expect(own).toMatchObject({ assignee: { id: gm.id }, can: { handle: true } })
    expect(await todayOf(gm, made.id)).toMatchObject({ action: { label: '处理' } })
    expect((await step(await step(own, gm).resolve(), gm).callBack(true)).state).toBe('closed')
    const usual = await record()
    expect((await get(usual.id, dm)).assignable.map(({ id }) => id)).not.toContain(gm.id)
    expect((await refusal(step(usual, dm).dispatch(gm))).errors).toEqual([
      { path: 'assigneeId', message: '只能派给本事业部在职的经理、高级项目主管或项目主管' },
    ])
  })

  test('the words of the complaint stand in no event and no audit row', async () => {
    const made = await record()
    const { db } = world.services
    const events = await db.selectFrom('events').selectAll().where('subjectId', '=', made.id).execute()
    const audit = await db.selectFrom('auditLog').selectAll().where('subjectId', '=', made.id).execute()
    expect(events).toHaveLength(1)
    expect(JSON.stringify([events, audit])).not.toMatch(/摔了电话|江予安/)
  })
})

describe('from 派单 to 满意关闭 (六.5.1))', () => {
  test('dispatched, handled, solved, called back unsatisfied, solved again and closed', async () => {
    const { dm, pmOtherRegion } = world.people
    const made = await record()
    const given = await step(made, dm).dispatch(pmOtherRegion)
    expect(given.state).toBe('dispatched')
    expect((await toldTo(world, pmOtherRegion))[0]?.title).toContain('派给您一件投诉')
    expect(await todayOf(pmOtherRegion, made.id)).toMatchObject({ action: { label: '处理' } })
    const answered = await step(given, pmOtherRegion).handle()
    expect(answered).toMatchObject({ state: 'handling', respondedAt: '2026-11-23T02:00:00.000Z' })
    const solved = await step(answered, pmOtherRegion).resolve()
    expect(await todayOf(dm, made.id)).toMatchObject({ action: { label: '回访' } })
    world.setNow('2026-11-24T10:00:00+08:00')
    const again = await step(solved, dm).callBack(false)
    expect(again).toMatchObject({
      ...{ state: 'reopened', reopened: 1, resolvedAt: null },
      solutionDueAt: '2026-11-27T16:00:00.000Z',
    })
    const closed = await step(await step(again, pmOtherRegion).resolve(), dm).callBack(true)
    expect(closed).toMatchObject({ state: 'closed', closedAt: '2026-11-24T02:00:00.000Z' })
    expect(closed.log.map(({ kind }) => kind)).toEqual([
      ...['dispatch', 'handling', 'solution', 'unsatisfied', 'solution', 'satisfied'],
    ])
    expect(await todayOf(dm, made.id)).toBeUndefined()
  })

  test('nobody but the manager dispatches or closes, and nothing is skipped', async () => {
    const { dm, gm, oa, pm } = world.people
    const made = await record()
    expect(await codeOf(step(made, gm).dispatch(pm))).toBe('forbidden')
    expect(await codeOf(step(made, oa).handle())).toBe('forbidden')
    expect(await codeOf(step(made, dm).callBack(true))).toBe('nothing_to_decide')
    expect(await codeOf(step(made, dm).dispatch(world.people.pmOther))).toBe('invalid_input')
    expect(await codeOf(step(made, dm).dispatch(world.people.left))).toBe('invalid_input')
    await step(made, dm).dispatch(pm)
    expect(await codeOf(step(made, dm).dispatch(pm))).toBe('version_conflict')
  })
})

describe('升级 when a clock runs out', () => {
  const escalate = (at: string) => escalateOverdue(world.services.db, new Date(at))

  test('the first answer: not in the minute itself, then once although two servers look', async () => {
    const { dm, gm } = world.people
    const made = await record({ level: 'urgent' })
    await escalate('2026-11-23T12:00:59+08:00')
    expect((await get(made.id, dm)).escalatedAt).toBeNull()
    const at = '2026-11-23T12:01:00+08:00'
    await Promise.all([escalate(at), escalate(at)])
    await escalate(at)
    const late = await get(made.id, dm)
    expect(late.escalatedAt).toBe('2026-11-23T04:01:00.000Z')
    expect(late.log).toMatchObject([{ kind: 'escalation', by: null, body: '超过首次回应期限' }])
    const told = (await toldTo(world, gm)).filter(({ title }) => title.includes(made.number))
    expect(told.map(({ title }) => title)).toEqual([`投诉 ${made.number} 超过首次回应期限，已升级到总经理`])
    expect(await todayOf(gm, made.id)).toMatchObject({ tag: { text: '已升级' }, action: { label: '查看' } })
  })

  test('what was 总经理’s from the start is late and does not go up to him', async () => {
    const { dm, gm } = world.people
    const made = await record({ ...aboutPerson(dm), level: 'urgent' })
    await escalate('2026-11-23T12:01:00+08:00')
    const told = (await toldTo(world, gm)).map(({ title }) => title)
    expect(told.filter((title) => title.includes('超过') && title.includes(made.number))).toEqual([
      `投诉 ${made.number} 超过首次回应期限`,
    ])
    expect(await todayOf(gm, made.id)).toMatchObject({ tag: { text: '逾期' } })
  })

  test('an answer in time saves the first clock, the second one still runs', async () => {
    const { dm, pm } = world.people
    const made = await record()
    await step(await step(made, dm).dispatch(pm), pm).handle()
    await escalate('2026-11-27T00:00:00+08:00')
    expect((await get(made.id, dm)).escalatedAt).toBeNull()
    await escalate('2026-11-27T00:00:01+08:00')
    expect((await get(made.id, dm)).log.at(-1)?.body).toBe('超过解决期限')
  })
})

describe('what a leaver was handling goes back to whoever dispatches it', () => {
  const leave = (person: Person) =>
    world.as(world.people.adm).organisation.depart({
      params: { id: person.id },
      body: { leavingDate: '2026-11-23', handover: { to: null }, version: 1 },
    })

  test('open complaints wait for a new 派单, with the manager told; 待回访 and 不满意重开 stay', async () => {
    const { dm, pmOtherRegion } = world.people
    const open = await step(await step(await record(), dm).dispatch(pmOtherRegion), pmOtherRegion).handle()
    const solved = await step(await step(await record(), dm).dispatch(pmOtherRegion), pmOtherRegion).resolve()
    const again = await step(
      await step(await step(await record(), dm).dispatch(pmOtherRegion), pmOtherRegion).resolve(),
      dm,
    ).callBack(false)
    const preview = await world
      .as(world.people.adm)
      .organisation.departurePreview({ params: { id: pmOtherRegion.id } })
    expect(preview.openComplaints).toEqual({ toDispatch: 2, inCallback: 1 })
    expect((await leave(pmOtherRegion)).complaints).toEqual({
      toDispatch: [open.number, again.number],
      inCallback: [solved.number],
    })
    expect(await get(again.id, dm)).toMatchObject({ state: 'reopened', assignee: null })
    expect(await todayOf(dm, again.id)).toMatchObject({ action: { label: '派单' } })
    const returned = await get(open.id, dm)
    expect(returned).toMatchObject({ state: 'notified', assignee: null, respondedAt: open.respondedAt })
    expect(returned.log.at(-1)).toMatchObject({ kind: 'returned', body: '处理人韦博离职，退回派单' })
    const waiting = await get(solved.id, dm)
    expect(waiting).toMatchObject({ state: 'callback', assignee: null })
    expect(waiting.log.at(-1)).toMatchObject({ kind: 'vacated', body: '处理人韦博离职，仍待回访' })
    expect((await toldTo(world, dm)).map(({ title }) => title)).toContain(
      `投诉 ${open.number} 的处理人离职，请重新派单`,
    )
    expect(await todayOf(dm, open.id)).toMatchObject({ action: { label: '派单' } })
    const reopened = await step(await get(solved.id, dm), dm).callBack(false)
    expect(reopened.state).toBe('reopened')
    expect(await todayOf(dm, solved.id)).toMatchObject({ action: { label: '派单' } })
  })

  test('the successor of the customers does not see a complaint about himself by receiving them', async () => {
    const { dm, pmSameRegion, spmOtherRegion } = world.people
    const made = await record(aboutPerson(pmSameRegion), world.people.pm)
    await step(made, dm).dispatch(spmOtherRegion)
    await world.as(world.people.adm).organisation.depart({
      params: { id: spmOtherRegion.id },
      body: {
        leavingDate: '2026-11-23',
        handover: { to: pmSameRegion.id },
        regionOwners: [{ regionId: world.regions.lanhai, ownerId: pmSameRegion.id }],
        version: 1,
      },
    })
    expect(await codeOf(get(made.id, pmSameRegion))).toBe('not_found')
    expect((await get(made.id, dm)).state).toBe('notified')
  })
})

test('figures count what the list shows, by customer, region and cause (二.2.1)(10))', async () => {
  const dm = world.as(world.people.dm)
  await record({ cause: 'commercial' })
  const figures = await dm.complaints.figures({ query: { open: 'true' } })
  const listed = async (query: object) =>
    (await dm.complaints.list({ query: { open: 'true', limit: 200, ...query } })).items.length
  expect(figures.open).toBe(await listed({}))
  const cause = figures.cause.find(({ value }) => value === 'commercial')
  expect(cause?.count).toBe(await listed({ cause: ['commercial'] }))
  const region = figures.region.find(({ label }) => label === '云岭片区')
  expect(region?.count).toBe(await listed({ regionId: [world.regions.yunling] }))
  const customer = figures.customer.find(({ value }) => value === target.customerId)
  expect(customer?.count ?? 1).toBe(await listed({ customerId: [target.customerId] }))
})

test('逾期 and 已升级 can be asked for, each with its number; the minute of the deadline still belongs to it', async () => {
  const { dm, gm } = world.people
  const made = await record({ level: 'urgent' })
  const aboutDm = await record({ ...aboutPerson(dm), level: 'urgent' })
  const has = async (pressing: 'overdue' | 'escalated', { id }: { id: string }, as = gm) => {
    const { complaints } = world.as(as)
    const { items } = await complaints.list({ query: { pressing: [pressing], limit: 200 } })
    const figures = await complaints.figures({ query: {} })
    expect(figures.pressing.find(({ value }) => value === pressing)?.count ?? 0).toBe(items.length)
    return items.some((one) => one.id === id)
  }
  world.setNow('2026-11-23T12:00:59+08:00')
  expect(await has('overdue', made)).toBe(false)
  world.setNow('2026-11-23T12:01:00+08:00')
  await escalateOverdue(world.services.db, new Date('2026-11-23T12:01:00+08:00'))
  expect([await has('overdue', made), await has('escalated', made, dm)]).toEqual([true, true])
  expect([await has('overdue', aboutDm), await has('escalated', aboutDm)]).toEqual([true, false])
  expect(await has('overdue', aboutDm, dm)).toBe(false)
})
