import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'
import { traceRecordView } from './view-trace.ts'

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

test('after ten minutes the count begins anew', async () => {
  const { oa } = world.people
  openMany(oa, 100)
  world.setNow('2026-11-23T08:50:00+08:00')
  openMany(oa, 100, 200)
  expect(await alarms(oa)).toEqual([])
})
