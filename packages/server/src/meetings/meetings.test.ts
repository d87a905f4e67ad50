import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runDue } from '../jobs.ts'
import { newId } from '../platform/ids.ts'
import { refusal } from '../testing/refusal.ts'
import { toldTo } from '../testing/reporting.ts'
import { createWorld, type Person, testServices, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code
const passTo = async (instant: string) => {
  world.setNow(instant)
  await runDue(world.services)
}
const get = (id: string, as: Person = world.people.dm) => world.as(as).meetings.get({ params: { id } })
const coming = async (as: Person = world.people.dm) =>
  (await world.as(as).meetings.list({ query: { limit: 100 } })).items
const weekly = async (week: number) => {
  const found = (await coming()).find(({ title }) => title === `第${week}周周例会`)
  if (!found) throw new Error(`week ${week} has no meeting`)
  return found
}
const todayOf = async (as: Person, key: string) =>
  (await world.as(as).today.get()).items.find((item) => item.key === key)
const versioned = async (id: string) => ({ params: { id }, body: { version: (await get(id)).version } })
const start = async (id: string) => world.as(world.people.oa).meetings.start(await versioned(id))
const end = async (id: string) => world.as(world.people.oa).meetings.end(await versioned(id))
const publish = async (id: string) => world.as(world.people.oa).minutes.publish(await versioned(id))

/** A plan straight into its table: when it is handed in is the business of the reports. */
async function handInPlan(person: Person, week: string, text: string): Promise<void> {
  const now = world.services.clock.now()
  await world.services.db
    .insertInto('reports')
    .values({
      ...{ id: newId(), divisionId: world.divisionId, createdAt: now, updatedAt: now },
      ...{ authorId: person.id, kind: 'weekly', periodKey: week, onDate: '2026-11-29' },
      ...{ subject: '第48周总结', timeOption: '一周', planSubmittedAt: now },
      description: JSON.stringify([{ text, ref: null, done: null }]),
    })
    .execute()
}

async function leave(person: Person, date: string, kind: 'leave' | 'trip' = 'leave'): Promise<void> {
  await world.as(world.people.dm).absences.register({
    body: {
      ...{ personId: person.id, kind, from: date, to: date, reason: '核对名单' },
      ...(kind === 'leave' ? { leaveType: 'annual' as const } : { place: '岚汀' }),
    },
  })
}

describe('四.1 the weekly series', () => {
  test('stands for this week and the four after it, numbered, once, whichever server plans it', async () => {
    const second = await testServices(world.connectionString, world.services.clock)
    await Promise.all([runDue(world.services), runDue(second)])
    await second.live.stop()
    await second.db.destroy()
    const meetings = await coming()
    expect(meetings.map(({ title }) => title)).toEqual(
      [48, 49, 50, 51, 52].map((week) => `第${week}周周例会`),
    )
    expect(meetings.map(({ number }) => number)).toEqual(
      ['001', '002', '003', '004', '005'].map((number) => `HY-2026-${number}`),
    )
    expect(meetings[0]).toMatchObject({
      startsAt: '2026-11-23T01:30:00.000Z',
      clause: '四.1',
      state: 'planned',
    })
  })

  test('§1B-11 a Monday that becomes a holiday moves the meeting and says why; people are told; a working Monday brings it back', async () => {
    const setMonday = async (type: 'holiday' | 'working') => {
      const { db } = world.services
      await db
        .insertInto('calendarDays')
        .values({ date: '2026-12-07', type, name: '厂休', source: 'manual', updatedAt: new Date() })
        .onConflict((known) => known.column('date').doUpdateSet({ type }))
        .execute()
      await runDue(world.services)
    }
    await setMonday('holiday')
    expect(await weekly(50)).toMatchObject({
      startsAt: '2026-12-08T01:30:00.000Z',
      changeReason: '2026-12-07 周一 不上班，顺延到当周第一个工作日',
    })
    expect((await toldTo(world, world.people.pm))[0]?.title).toContain('周例会改到 2026-12-08')
    await setMonday('working')
    expect((await weekly(50)).startsAt).toBe('2026-12-07T01:30:00.000Z')
  })

  test('what a person moved or cancelled the calendar leaves alone', async () => {
    const { oa, pm } = world.people
    const meeting = await weekly(51)
    const body = { version: meeting.version, startsAt: '2026-12-15T14:00:00+08:00', reason: '经理周一在外' }
    const params = { id: meeting.id }
    expect(await codeOf(world.as(pm).meetings.reschedule({ params, body }))).toBe('forbidden')
    await world.as(oa).meetings.reschedule({ params, body })
    expect(await codeOf(world.as(oa).meetings.reschedule({ params, body }))).toBe('version_conflict')
    const other = await weekly(52)
    await world.as(oa).meetings.cancel({
      params: { id: other.id },
      body: { version: other.version, reason: '年终客户拜访周' },
    })
    await runDue(world.services)
    expect(await get(meeting.id)).toMatchObject({
      startsAt: '2026-12-15T06:00:00.000Z',
      movedFrom: '2026-12-14T01:30:00.000Z',
      changeReason: '经理周一在外',
    })
    expect((await get(other.id)).state).toBe('cancelled')
    expect((await toldTo(world, pm)).map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        '会议改到 2026-12-15 周二 14:00：第51周周例会',
        '会议取消：第52周周例会，原定 2026-12-21 周一 09:30',
      ]),
    )
  })
})

describe('四.1.1) one Monday morning, from the agenda to the minutes', () => {
  let id: string
  beforeAll(async () => {
    const { pm, spm, pmSameRegion, pmOtherRegion } = world.people
    world.setNow('2026-11-20T17:00:00+08:00')
    await leave(pmSameRegion, '2026-11-23')
    await leave(pmOtherRegion, '2026-11-23', 'trip')
    await world.as(pm).reports.submitWeekly({
      params: { week: '2026-W47' },
      body: {
        plan: {
          version: 0,
          description: [{ text: '到听涛县定防火墙指标' }],
          support: [{ body: '请公司派一名工程师' }],
        },
      },
    })
    await handInPlan(spm, '2026-W49', '下下周的计划不在这次会上')
    world.setNow('2026-11-23T08:40:00+08:00')
    id = (await weekly(48)).id
  })

  test('before 09:00 everybody sees what is coming, and who has not handed in a plan', async () => {
    const { pm, gm, dmOther, adm } = world.people
    const ahead = await get(id, pm)
    expect(ahead.agendaBuiltAt).toBeNull()
    expect(ahead.agenda.map(({ section, lines }) => [section, ...lines])).toEqual([
      [2, '到听涛县定防火墙指标'],
      [3, '请公司派一名工程师'],
    ])
    expect(ahead.withoutPlan.map(({ name }) => name)).toContain('傅特')
    expect((await get(id, gm)).can).toMatchObject({ start: false, addTopic: false, signIn: false })
    expect(await codeOf(get(id, dmOther))).toBe('not_found')
    expect(await codeOf(get(id, adm))).toBe('forbidden')
    expect(await codeOf(world.as(pm).meetings.signIn({ params: { id }, body: {} }))).toBe('nothing_to_decide')
  })

  test('it stands on 今天 of everybody who is there, with its time, and not of who is on leave', async () => {
    const { pm, pmSameRegion } = world.people
    const day = await world.as(pm).today.get()
    expect(day.items.find(({ key }) => key === `meeting:${id}`)).toMatchObject({
      title: '第48周周例会，09:30',
      facts: expect.stringContaining('09:00 生成议程'),
      dueAt: '2026-11-23T01:30:00.000Z',
      clause: '四.1',
    })
    expect(day.rail.find(({ key }) => key === `meeting:${id}`)?.label).toBe('第48周周例会')
    expect(await todayOf(pmSameRegion, `meeting:${id}`)).toBeUndefined()
  })

  test('it stands in the calendar of everybody who is asked to come, and in nobody’s of another division', async () => {
    const { pm, dm, pmOther } = world.people
    const inCalendar = async (as: Person, scope: 'mine' | 'team' = 'mine') => {
      const query = { from: '2026-11-23', to: '2026-11-29', scope }
      const { entries } = await world.as(as).teamCalendar.get({ query })
      return entries.filter(({ kind }) => kind === 'meeting').map(({ title }) => title)
    }
    expect(await inCalendar(pm)).toEqual(['第48周周例会'])
    expect(await inCalendar(dm, 'team')).toEqual(['第48周周例会'])
    const { entries } = await world
      .as(pmOther)
      .teamCalendar.get({ query: { from: '2026-11-23', to: '2026-11-29' } })
    expect(JSON.stringify(entries)).not.toContain(id)
  })

  test('at 09:00 the agenda is made once and told once; a late plan joins until the meeting begins', async () => {
    const { spmOtherRegion, pm, pmSameRegion } = world.people
    await passTo('2026-11-23T09:00:00+08:00')
    await runDue(world.services)
    const told = async (person: Person) =>
      (await toldTo(world, person)).filter(({ title }) => title === '周例会 09:30，议程已生成').length
    expect([await told(pm), await told(pmSameRegion)]).toEqual([1, 0])
    world.setNow('2026-11-23T09:10:00+08:00')
    await handInPlan(spmOtherRegion, '2026-W48', '晚交的计划')
    await passTo('2026-11-23T09:11:00+08:00')
    expect((await get(id)).agenda.flatMap(({ lines }) => lines)).toContain('晚交的计划')
  })

  test('签到: on one’s own phone, ticked by 综合管理, from afar on a trip; nobody for another', async () => {
    const { pm, spm, oa, pmOtherRegion } = world.people
    world.setNow('2026-11-23T09:20:00+08:00')
    const signIn = (as: Person, body: object = {}) => world.as(as).meetings.signIn({ params: { id }, body })
    await signIn(pm)
    await signIn(pmOtherRegion)
    await signIn(oa, { personId: spm.id })
    expect(await codeOf(signIn(pm, { personId: spm.id }))).toBe('forbidden')
    expect(await codeOf(signIn(oa, { personId: world.people.pmOther.id }))).toBe('invalid_input')
    const states = (await get(id)).attendees.map(({ person, state }) => `${person.name}${state}`)
    expect(states).toEqual(
      expect.arrayContaining(['焦尔present', '韦博remote', '傅特present', '瓦澜invited']),
    )
  })

  test('everybody brings topics; the one who brought it, or who leads, takes it down', async () => {
    const { pm, spm } = world.people
    const withTopic = await world.as(pm).meetings.addTopic({ params: { id }, body: { body: '下周标书分工' } })
    const topic = withTopic.agenda.find(({ section }) => section === 0)
    const params = { id, topicId: topic?.id ?? '' }
    expect(await codeOf(world.as(spm).meetings.removeTopic({ params }))).toBe('forbidden')
    const without = await world.as(pm).meetings.removeTopic({ params })
    expect(without.agenda.some(({ section }) => section === 0)).toBe(false)
  })

  test('once it began the agenda stays; 综合管理 starts it, a 项目主管 does not', async () => {
    const { pm, pmOtherRegion } = world.people
    world.setNow('2026-11-23T09:30:00+08:00')
    expect(await codeOf(world.as(pm).meetings.start(await versioned(id)))).toBe('forbidden')
    expect((await start(id)).state).toBe('running')
    await handInPlan(pmOtherRegion, '2026-W48', '开会以后交的')
    await runDue(world.services)
    expect((await get(id)).agenda.flatMap(({ lines }) => lines)).not.toContain('开会以后交的')
  })

  test('③ a request is decided in the meeting, once, and the asker is told that there is an answer', async () => {
    const { dm, pm, spm } = world.people
    const { supportRequest } = (await get(id, dm)).agenda.find(({ section }) => section === 3) ?? {}
    if (!supportRequest) throw new Error('no request on the agenda')
    expect((await get(id, spm)).agenda.find(({ section }) => section === 3)?.supportRequest?.can.decide).toBe(
      false,
    )
    const call = {
      params: { id: supportRequest.id },
      body: { version: supportRequest.version, grant: true, reply: '安排周三到周五' },
    }
    await world.as(dm).supportRequests.decide(call)
    expect(await codeOf(world.as(dm).supportRequests.decide(call))).toBe('nothing_to_decide')
    const answered = await get(id, pm)
    expect(answered.agenda.find(({ section }) => section === 3)?.supportRequest).toMatchObject({
      state: 'granted',
      reply: '安排周三到周五',
    })
    expect((await toldTo(world, pm))[0]?.title).toBe('安培之答复了您的支持需求：同意')
    expect(await todayOf(pm, `support:${supportRequest.id}`)).toMatchObject({ facts: '安排周三到周五' })
    const asked = await world.as(pm).supportRequests.list({ query: {} })
    const reportId = asked.items.find((one) => one.id === supportRequest.id)?.reportId ?? ''
    expect((await get(id, spm)).agenda.find(({ section }) => section === 3)?.supportRequest?.reportId).toBe(
      null,
    )
    for (const reader of [pm, dm]) {
      const { support } = await world.as(reader).reports.get({ params: { id: reportId } })
      expect(support.find((need) => need.id === supportRequest.id)).toMatchObject({
        ...{ state: 'granted', reply: '安排周三到周五' },
        ...{ decidedBy: { id: dm.id }, decidedAt: '2026-11-23T01:30:00.000Z' },
      })
    }
  })

  test('散会: who was on leave is excused, who did not sign in was missing', async () => {
    world.setNow('2026-11-23T10:20:00+08:00')
    const states = Object.fromEntries(
      (await end(id)).attendees.map(({ person, state }) => [person.name, state]),
    )
    expect(states).toMatchObject({ 焦尔: 'present', 韦博: 'remote', 瓦澜: 'leave', 欧牧: 'absent' })
  })

  test('散会 by mistake: the meeting goes on the same day, and who did not sign in may again', async () => {
    const { pm, oa, spm } = world.people
    expect((await get(id, pm)).can.resume).toBe(false)
    expect(await codeOf(world.as(pm).meetings.resume(await versioned(id)))).toBe('forbidden')
    expect((await get(id)).can.resume).toBe(true)
    const going = await world.as(oa).meetings.resume(await versioned(id))
    const states = Object.fromEntries(going.attendees.map(({ person, state }) => [person.name, state]))
    expect(going).toMatchObject({ state: 'running', endedAt: null })
    expect(states).toMatchObject({ 焦尔: 'present', 韦博: 'remote', 瓦澜: 'invited', 欧牧: 'invited' })
    expect(await codeOf(world.as(oa).meetings.resume(await versioned(id)))).toBe('nothing_to_decide')
    await end(id)
    expect((await get(id, spm)).withoutPlan.map(({ name }) => name)).toContain('瓦澜')
  })

  test('after 散会 the sheet is put right by who leads, each time with an event; nobody signs himself in', async () => {
    const { oa, pm, spmOtherRegion } = world.people
    const sign = (as: Person, body: object) => world.as(as).meetings.signIn({ params: { id }, body })
    expect((await get(id, pm)).can).toMatchObject({ signIn: false, signInOthers: false })
    expect(await codeOf(sign(spmOtherRegion, {}))).toBe('nothing_to_decide')
    const stateOf = async () =>
      (await get(id)).attendees.find(({ person }) => person.id === spmOtherRegion.id)?.state
    await sign(oa, { personId: spmOtherRegion.id })
    expect(await stateOf()).toBe('present')
    await sign(oa, { personId: spmOtherRegion.id, state: 'invited' })
    expect(await stateOf()).toBe('absent')
    const { rows } = await world.services.pool.query<{ summary: string }>(
      `select summary from events where verb = 'meeting.sheet_corrected' order by at, id`,
    )
    expect(rows.map(({ summary }) => summary).sort()).toEqual([
      '更正 HY-2026-001 的签到：欧牧由到场改为缺席',
      '更正 HY-2026-001 的签到：欧牧由缺席改为到场',
    ])
  })

  test('the minutes are published; who was missing confirms them from 今天 and the notification says only that there are some', async () => {
    const { oa, pmSameRegion, pm } = world.people
    await world.as(oa).minutes.addLine({ params: { id }, body: { body: '暗语一行' } })
    expect(await todayOf(oa, `publish:${id}`)).toMatchObject({ title: '整理并发布会议纪要' })
    await publish(id)
    expect((await toldTo(world, pmSameRegion))[0]?.title).toBe('您没有到会，请看纪要并确认：HY-2026-001')
    expect((await toldTo(world, pm))[0]?.title).toBe('会议纪要已发布：HY-2026-001')
    expect(await todayOf(pmSameRegion, `minutes:${id}`)).toMatchObject({ dueAt: '2026-11-24T16:00:00.000Z' })
    const confirm = (as: Person) => world.as(as).minutes.confirm({ params: { id } })
    expect(await codeOf(confirm(pm))).toBe('nothing_to_decide')
    await confirm(pmSameRegion)
    await confirm(pmSameRegion)
    expect(await todayOf(pmSameRegion, `minutes:${id}`)).toBeUndefined()
  })

  test('published minutes are taken back with a reason before anything in them changes', async () => {
    const { oa } = world.people
    const { minutes } = world.as(oa)
    expect(await codeOf(minutes.addLine({ params: { id }, body: { body: '补一行' } }))).toBe(
      'nothing_to_decide',
    )
    const { version } = await get(id)
    await minutes.reopen({ params: { id }, body: { version, reason: '漏记一项' } })
    await minutes.addLine({ params: { id }, body: { body: '补一行' } })
    expect(
      (await publish(id)).attendees.find(({ person }) => person.name === '瓦澜')?.minutesConfirmedAt,
    ).toBeNull()
  })

  test('a meeting that nobody ended is over with its day', async () => {
    world.setNow('2026-11-30T09:30:00+08:00')
    await runDue(world.services)
    const next = await weekly(49)
    await start(next.id)
    await passTo('2026-12-01T00:05:00+08:00')
    expect(await get(next.id)).toMatchObject({ state: 'ended', endedAt: '2026-11-30T02:30:00.000Z' })
  })
})
