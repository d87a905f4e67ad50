import { occasionalMeetingForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTarget } from '../testing/access-matrix/targets.ts'
import { refusal } from '../testing/refusal.ts'
import { toldTo } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code
const training = {
  form: 'training' as const,
  title: '电力招投标答疑技巧',
  startsAt: '2026-11-25T14:00:00+08:00',
}
const convene = (as: Person, body: object = {}) =>
  world.as(as).meetings.convene({
    body: {
      ...training,
      attendeeIds: [world.people.pm.id, world.people.spm.id, world.people.oa.id],
      ...body,
    },
  })
const get = (id: string, as: Person = world.people.dm) => world.as(as).meetings.get({ params: { id } })
const versioned = async (id: string) => ({ params: { id }, body: { version: (await get(id)).version } })
const hold = async (id: string, from: string, to: string) => {
  world.setNow(from)
  await world.as(world.people.dm).meetings.start(await versioned(id))
  return async () => {
    world.setNow(to)
    return world.as(world.people.dm).meetings.end(await versioned(id))
  }
}

test('四.2 the three forms bear their prescribed names', () => {
  expect(Object.values(occasionalMeetingForms)).toEqual([
    '公司制度贯彻会议',
    '项目筹划和讨论会议',
    '销售培训会议',
  ])
})

describe('四.2 only the manager convenes', () => {
  test('himself, or 综合管理 for him, which is recorded', async () => {
    const { dm, oa, spm, pm, gm } = world.people
    for (const person of [spm, pm, gm]) expect(await codeOf(convene(person))).toBe('forbidden')
    expect(await convene(dm)).toMatchObject({
      convenedBy: { name: '安培之' },
      writtenBy: null,
      state: 'planned',
    })
    const made = await convene(oa)
    expect(made).toMatchObject({
      convenedBy: { name: '安培之' },
      writtenBy: { name: '亨礼' },
      clause: '四.2-第三',
    })
    expect((await toldTo(world, pm))[0]?.title).toBe(
      '请您参加会议：电力招投标答疑技巧，2026-11-25 周三 14:00',
    )
    const event = await world.services.db
      .selectFrom('events')
      .select(['actorId', 'onBehalfOf', 'summary'])
      .where('subjectId', '=', made.id)
      .executeTakeFirstOrThrow()
    expect(event).toEqual({
      actorId: oa.id,
      onBehalfOf: dm.id,
      summary: `召集销售培训会议 ${made.number}（代安培之）`,
    })
  })

  test.each([
    ['no clause to go through', { form: 'policy' }, 'clauses'],
    ['a clause that does not exist', { form: 'policy', clauses: ['九.9'] }, 'clauses'],
    ['no project', { form: 'project' }, 'projectName'],
    [
      'a customer out of sight',
      { form: 'project', projectName: '扩容', customerIds: ['01939c5e-0000-7000-8000-000000000000'] },
      'customerIds',
    ],
    ['nobody invited', { attendeeIds: [] }, 'attendeeIds'],
    ['a time that is over', { startsAt: '2026-11-20T14:00:00+08:00' }, 'startsAt'],
    ['no title', { title: ' ' }, 'title'],
  ])('%s: the field says so', async (_, body, path) => {
    const { errors } = await refusal(convene(world.people.dm, body))
    expect(errors?.map((error: { path: string }) => error.path.split('.')[0])).toContain(path)
  })

  test('nobody of another division is invited', async () => {
    const { dm, pmOther } = world.people
    expect(await codeOf(convene(dm, { attendeeIds: [pmOther.id] }))).toBe('invalid_input')
  })

  test('others propose, and the manager holds it or says why not', async () => {
    const { dm, oa, pm } = world.people
    const propose = () => world.as(pm).meetings.propose({ body: training })
    const one = await propose()
    expect(one.state).toBe('proposed')
    const todo = (await world.as(dm).today.get()).items.find(({ key }) => key === `proposal:${one.id}`)
    expect(todo).toMatchObject({ title: '焦尔提议开销售培训会议', action: { label: '决定' } })
    const decide = (as: Person, id: string, body: object) =>
      world.as(as).meetings.decideProposal({ params: { id }, body: { version: 1, accept: true, ...body } })
    expect(await codeOf(decide(oa, one.id, {}))).toBe('forbidden')
    const held = await decide(dm, one.id, { startsAt: '2026-11-26T10:00:00+08:00' })
    expect(held).toMatchObject({ state: 'planned', startsAt: '2026-11-26T02:00:00.000Z' })
    expect(held.attendees.length).toBeGreaterThan(6)
    const other = await propose()
    expect(await codeOf(decide(dm, other.id, { accept: false }))).toBe('invalid_input')
    expect(await decide(dm, other.id, { accept: false, reason: '和投标撞期' })).toMatchObject({
      state: 'cancelled',
      changeReason: '和投标撞期',
    })
  })

  test('leave, trips and other meetings are seen beforehand, and never why somebody is away', async () => {
    const { dm, pm, pmSameRegion } = world.people
    await world.as(dm).absences.register({
      body: {
        ...{ personId: pmSameRegion.id, kind: 'leave', leaveType: 'sick', reason: '手术' },
        ...{ from: '2026-11-25', to: '2026-11-25', portion: 'pm' },
      },
    })
    const at = (instant: string) => world.as(pm).meetings.availability({ query: { at: instant } })
    const afternoon = await at('2026-11-25T14:30:00.000Z'.replace('14:30', '06:30'))
    expect(afternoon.find(({ person }) => person.id === pmSameRegion.id)).toMatchObject({
      away: 'leave',
      awayPart: 'pm',
    })
    expect(afternoon.find(({ person }) => person.id === pm.id)?.busy).toBe('电力招投标答疑技巧')
    expect(JSON.stringify(afternoon)).not.toMatch(/手术|sick/)
    const morning = await at('2026-11-25T02:00:00.000Z')
    expect(morning.find(({ person }) => person.id === pmSameRegion.id)?.away).toBeNull()
  })
})

describe('what each form leaves behind', () => {
  test('四.2-第一 公司制度贯彻会议: each of the invited confirms the clauses for himself', async () => {
    const { dm, pm, spm, pmSameRegion } = world.people
    world.setNow('2026-11-23T10:00:00+08:00')
    const { id } = await convene(dm, {
      ...{
        form: 'policy',
        title: '贯彻日报制度',
        clauses: ['五.1.3)②'],
        startsAt: '2026-11-23T15:00:00+08:00',
      },
      attendeeIds: [pm.id, spm.id],
    })
    const confirm = (as: Person) => world.as(as).meetings.confirmClauses({ params: { id } })
    expect(await codeOf(confirm(pm))).toBe('nothing_to_decide')
    await hold(id, '2026-11-23T15:00:00+08:00', '2026-11-23T16:00:00+08:00')
    const todo = (await world.as(pm).today.get()).items.find(({ key }) => key === `clauses:${id}`)
    expect(todo).toMatchObject({ title: '确认所贯彻的条款：五.1.3)②', clause: '四.2-第一' })
    expect(await codeOf(confirm(pmSameRegion))).toBe('forbidden')
    await confirm(pm)
    const round = (await confirm(pm)).attendees.map((one) => [
      one.person.name,
      one.clausesConfirmedAt !== null,
    ])
    expect(round).toEqual([
      ['傅特', false],
      ['焦尔', true],
    ])
    expect((await world.as(pm).today.get()).items.some(({ key }) => key === `clauses:${id}`)).toBe(false)
  })

  test('四.2-第二 项目筹划和讨论会议 names the project and its customers, to each reader those he may see', async () => {
    const { dm, pm, pmOtherRegion } = world.people
    world.setNow('2026-11-23T10:00:00+08:00')
    const target = await makeTarget(world, 'pm')
    const made = await convene(dm, {
      ...{
        form: 'project',
        title: '扩容项目筹划',
        projectName: '听涛县调度数据网扩容',
        customerIds: [target.customerId],
      },
      startsAt: '2026-11-24T09:00:00+08:00',
    })
    expect(made).toMatchObject({ projectName: '听涛县调度数据网扩容', hiddenCustomers: 0 })
    expect((await get(made.id, pm)).customers.map(({ id }) => id)).toEqual([target.customerId])
    expect(await get(made.id, pmOtherRegion)).toMatchObject({ customers: [], hiddenCustomers: 1 })
  })

  test('四.2-第三 销售培训会议: who came gets its length as hours, corrected by hand, summed by person and year', async () => {
    const { dm, pm, oa, gm } = world.people
    world.setNow('2026-11-23T10:00:00+08:00')
    const { id } = await convene(dm, { startsAt: '2026-11-24T14:00:00+08:00' })
    const end = await hold(id, '2026-11-24T14:00:00+08:00', '2026-11-24T15:30:00+08:00')
    await world.as(pm).meetings.signIn({ params: { id }, body: {} })
    const ended = await end()
    expect(ended.attendees.map(({ person, trainingMinutes }) => [person.name, trainingMinutes])).toEqual([
      ['傅特', 0],
      ['焦尔', 90],
      ['亨礼', 0],
    ])
    const { version } = ended
    await world.as(oa).meetings.setTraining({
      params: { id },
      body: { version, people: [{ personId: pm.id, minutes: 60 }] },
    })
    const hours = await world.as(gm).meetings.trainingHours({ query: { year: 2026 } })
    expect(hours).toMatchObject([{ person: { name: '焦尔' }, minutes: 60, meetings: [{ id, minutes: 60 }] }])
    expect(await world.as(world.people.dmOther).meetings.trainingHours({ query: { year: 2026 } })).toEqual([])
  })
})
