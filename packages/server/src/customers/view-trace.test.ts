import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'
import { traceListView, traceRecordView } from './view-trace.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const alarms = (person: Person) =>
  world.services.db
    .selectFrom('notifications')
    .select(['personId', 'title'])
    .where('dedupeKey', 'like', `bulk-view:${person.id}:%`)
    .execute()
const actorOf = (person: Person) => ({
  ...person,
  divisionId: world.divisionId,
  ...{ regionIds: [], ownedRegionIds: [], attendanceClerk: false, sessionId: '' },
  ...{ passwordChangeDue: false, confidentialityDue: false },
})
const openMany = (person: Person, count: number, from = 0) => {
  for (let index = from; index < from + count; index += 1)
    traceRecordView(world.services, actorOf(person), `customer ${index}`)
}

test('the manager hears once of a colleague who opens more than a hundred customers in ten minutes (三.1)', async () => {
  const { pm, dm } = world.people
  openMany(pm, 100)
  openMany(pm, 100)
  expect(await alarms(pm)).toEqual([])
  const { id } = await enter(world, pm)
  await world.as(pm).customers.get({ params: { id } })
  await expect.poll(() => alarms(pm)).toHaveLength(1)
  openMany(pm, 50, 500)
  expect(await alarms(pm)).toEqual([
    { personId: dm.id, title: expect.stringMatching(/^焦尔 10 分钟内打开 101 家客户/) },
  ])
  const trace = await world.services.db
    .selectFrom('auditLog')
    .select('actorId')
    .where('action', '=', 'customers.bulk_opened')
    .execute()
  expect(trace).toEqual([{ actorId: pm.id }])
})

test('of the manager himself 总经理 hears', async () => {
  const { dm, gm } = world.people
  openMany(dm, 101)
  await expect.poll(() => alarms(dm)).toMatchObject([{ personId: gm.id }])
})

test('whoever turns more than sixty pages of the list is told of as well, the manager’s own to 总经理', async () => {
  const { spm, dm, gm } = world.people
  world.setNow('2026-11-23T10:40:00+08:00')
  for (const [person, superior] of [
    [spm, dm],
    [dm, gm],
  ] as const) {
    const before = (await alarms(person)).length
    const turn = () => traceListView(world.services, actorOf(person), 50)
    for (let page = 0; page < 60; page += 1) turn()
    expect(await alarms(person)).toHaveLength(before)
    turn()
    await expect
      .poll(async () => (await alarms(person)).slice(before))
      .toEqual([{ personId: superior.id, title: expect.stringMatching(/翻看列表 61 页$/) }])
  }
})

test('after ten minutes the count begins anew', async () => {
  const { oa } = world.people
  openMany(oa, 100)
  world.setNow('2026-11-23T08:50:00+08:00')
  openMany(oa, 100, 200)
  expect(await alarms(oa)).toEqual([])
})
