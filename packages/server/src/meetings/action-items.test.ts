import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDue } from '../jobs.ts'
import { refusal } from '../testing/refusal.ts'
import { toldTo } from '../testing/reporting.ts'
import { createWorld, type Person, testServices, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await runDue(world.services)
})
afterAll(() => world.close())

const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code
const weekly = async (week: number) => {
  const { items } = await world.as(world.people.dm).meetings.list({ query: { limit: 100 } })
  const found = items.find(({ title }) => title === `第${week}周周例会`)
  if (!found) throw new Error(`week ${week} has no meeting`)
  return found
}
const startOf = async (week: number) => {
  const { id, version } = await weekly(week)
  await world.as(world.people.oa).meetings.start({ params: { id }, body: { version } })
  return id
}
const items = async (as: Person = world.people.dm) => (await world.as(as).actionItems.list()).items
const first = async () => {
  const [item] = await items()
  if (!item) throw new Error('there is no 遗留问题')
  return item
}

test('四.1.1)① a 遗留问题 is noted while the meeting runs, for somebody of the division, with a date', async () => {
  const { oa, pm, pmOther } = world.people
  const meeting = await weekly(48)
  const note = (body: object, as: Person = oa) =>
    world.as(as).actionItems.add({
      body: { meetingId: meeting.id, body: '核对听涛县的报价', ownerId: pm.id, dueOn: '2026-11-27', ...body },
    })
  expect(await codeOf(note({}))).toBe('nothing_to_decide')
  world.setNow('2026-11-23T09:30:00+08:00')
  await startOf(48)
  expect(await codeOf(note({}, pm))).toBe('forbidden')
  expect(await codeOf(note({ ownerId: pmOther.id }))).toBe('invalid_input')
  expect(await codeOf(note({ dueOn: '2026-11-20' }))).toBe('invalid_input')
  expect(await note({})).toMatchObject({ state: 'open', carryCount: 0, owner: { name: '焦尔' } })
  expect((await toldTo(world, pm))[0]?.title).toBe('HY-2026-001 有一项遗留问题由您负责，期限 2026-11-27')
})

test('its owner finds it on 今天 with its date', async () => {
  const today = await world.as(world.people.pm).today.get()
  expect(today.items.find(({ kind }) => kind === 'action_item')).toMatchObject({
    title: '遗留问题：核对听涛县的报价',
    dueAt: '2026-11-27T16:00:00.000Z',
    clause: '四.1.1)①',
  })
  const { items } = await world.as(world.people.pm).tasks.agenda()
  expect(items).toMatchObject([{ kind: 'action_item', title: '核对听涛县的报价' }])
})

test('on the day it is due its owner is reminded once, without a word of what it is', async () => {
  const { pm } = world.people
  world.setNow('2026-11-27T08:59:00+08:00')
  await runDue(world.services)
  world.setNow('2026-11-27T09:00:00+08:00')
  await runDue(world.services)
  await runDue(world.services)
  const told = (await toldTo(world, pm)).filter(({ title }) => title.includes('遗留问题到期'))
  expect(told.map(({ title }) => title)).toEqual(['1 项遗留问题到期，请处理或说明'])
})

test('each next weekly meeting carries it once more, however many servers make the agenda', async () => {
  const second = await testServices(world.connectionString, world.services.clock)
  world.setNow('2026-11-30T09:00:00+08:00')
  await Promise.all([runDue(world.services), runDue(second)])
  await runDue(second)
  expect(await first()).toMatchObject({ state: 'carried', carryCount: 1 })
  const { id } = await weekly(49)
  const record = await world.as(world.people.pm).meetings.get({ params: { id } })
  expect(record.agenda[0]).toMatchObject({
    section: 1,
    lines: ['核对听涛县的报价'],
    actionItem: { carryCount: 1 },
  })
  world.setNow('2026-12-07T09:00:00+08:00')
  await Promise.all([runDue(world.services), runDue(second)])
  expect((await first()).carryCount).toBe(2)
  await second.live.stop()
  await second.db.destroy()
})

test('its owner closes it, nobody else but who keeps the minutes; closed it leaves the agenda that has not begun', async () => {
  const { pm, spm, dm } = world.people
  const { id, version } = await first()
  const close = (as: Person, outcome: 'done' | 'cancelled', note?: string) =>
    world.as(as).actionItems.close({ params: { id }, body: { version, outcome, note } })
  expect(await codeOf(close(spm, 'done'))).toBe('forbidden')
  expect(await codeOf(close(pm, 'cancelled', '不做了'))).toBe('forbidden')
  expect(await codeOf(close(dm, 'cancelled'))).toBe('invalid_input')
  expect(await close(pm, 'done', '报价已核对')).toMatchObject({
    state: 'done',
    carryCount: 2,
    closeNote: '报价已核对',
  })
  expect(await codeOf(close(pm, 'done'))).toBe('version_conflict')
  await runDue(world.services)
  const meeting = await weekly(50)
  expect((await world.as(dm).meetings.get({ params: { id: meeting.id } })).agenda).toEqual([])
})

test('opened again with a reason it is carried on with its count', async () => {
  const { dm } = world.people
  const { id, version } = await first()
  const open = await world
    .as(dm)
    .actionItems.reopen({ params: { id }, body: { version, reason: '客户又改了数量' } })
  expect(open).toMatchObject({ state: 'carried', carryCount: 2, closedAt: null })
})

test('one that somebody changed meanwhile is not overwritten', async () => {
  const { oa, dm, spm } = world.people
  const { id, version } = await first()
  const body = { version, body: '核对报价并回函', ownerId: spm.id, dueOn: '2026-12-11' }
  await world.as(oa).actionItems.change({ params: { id }, body })
  expect(await refusal(world.as(dm).actionItems.change({ params: { id }, body }))).toMatchObject({
    code: 'version_conflict',
    facts: { current: { body: '核对报价并回函', owner: { name: '傅特' } } },
  })
})
