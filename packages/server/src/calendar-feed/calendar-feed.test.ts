import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { writeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  world.services.env.publicUrl = 'https://zhuowei.example'
  const { pm, dm } = world.people
  await writeLedger(world, '2026-11-16', '2026-12-31')
  const customer = await enter(world, pm, { name: '听涛县供电公司，二期；\\' })
  await world.as(pm).activities.record({
    body: {
      ...{ customerId: customer.id, happenedAt: '2026-11-20T10:00:00+08:00', visitorIds: [pm.id] },
      ...{
        content: '底价 128 万',
        result: '下周答复',
        problem: '无',
        nextStep: '送方案',
        nextOn: '2026-11-26',
      },
    },
  })
  await world.as(dm).absences.register({
    body: {
      ...{ personId: pm.id, kind: 'trip', place: '沧屿', reason: '投标答疑' },
      ...{ from: '2026-11-27', to: '2026-11-29' },
    },
  })
})
afterAll(() => world.close())
beforeEach(() => world.setNow('2026-11-23T08:40:00+08:00'))

const make = async (person: Person) => (await world.as(person).calendarFeed.make()).path
const get = (path: string) => world.app.inject({ url: path })

function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
}

test('a calendar program reads it without a session: deadlines, trips and promises, as the format asks', async () => {
  const response = await get(await make(world.people.pm))
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8')
  const events = eventsIn(response.body)
  const said = (title: string) => events.find(({ summary }) => summary === title)
  const trip = said('出差：沧屿')
  expect(trip?.startDate.toString()).toBe('2026-11-27')
  expect(trip?.endDate.toString()).toBe('2026-11-30')
  expect(said('下一步：送方案（听涛县供电公司，二期；\\）')).toBeDefined()
  expect(events.filter(({ summary }) => /^周.工作日报 24:00 截止$/.test(summary)).length).toBeGreaterThan(20)
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  for (const line of response.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(response.body).not.toMatch(/底价|投标答疑|[^\r]\n/)
  expect(response.body.replaceAll('\r\n ', '')).toContain('URL:https://zhuowei.example/attendance')
})

test('the same data are the same bytes; a change keeps the number of the event and counts it up', async () => {
  const path = await make(world.people.pm)
  const first = await get(path)
  world.setNow('2026-11-23T08:41:00+08:00')
  expect((await get(path)).body).toBe(first.body)
})

test('only the hash is kept; a new address ends the old one, and 停用 ends both', async () => {
  const { pm } = world.people
  const old = await make(pm)
  const token = /calendar\/(.+)\.ics/.exec(old)?.[1] ?? ''
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const { rows } = await world.services.pool.query(
    `select to_jsonb(calendar_feeds)::text as line from calendar_feeds union all select to_jsonb(events)::text from events
     union all select to_jsonb(idempotency_keys)::text from idempotency_keys`,
  )
  expect(JSON.stringify(rows)).not.toContain(token)
  const fresh = await make(pm)
  expect((await get(old)).statusCode).toBe(404)
  expect((await get(fresh)).statusCode).toBe(200)
  await world.as(pm).calendarFeed.revoke()
  await world.as(pm).calendarFeed.revoke()
  expect((await get(fresh)).statusCode).toBe(404)
  expect(await world.as(pm).calendarFeed.mine()).toEqual({ feed: null })
  await expect(world.as(pm).calendarFeed.change({ body: { busyOnly: true } })).rejects.toThrow('没有找到')
})

test('只显示忙闲 names no customer, place or report', async () => {
  const { pm } = world.people
  const path = await make(pm)
  await world.as(pm).calendarFeed.change({ body: { busyOnly: true } })
  const { body } = await get(path)
  expect(eventsIn(body).map(({ summary }) => summary)).toEqual(['忙'])
  expect(body).not.toMatch(/沧屿|听涛|日报|URL/)
})

test('after leaving, and while the 保密承诺 is due, the address tells nothing of the business', async () => {
  const { spm } = world.people
  const path = await make(spm)
  const { db } = world.services
  await db.deleteFrom('confidentialityAcknowledgements').where('personId', '=', spm.id).execute()
  expect(eventsIn((await get(path)).body)).toEqual([])
  await db.updateTable('people').set({ leavingDate: '2026-11-20' }).where('id', '=', spm.id).execute()
  expect((await get(path)).statusCode).toBe(404)
})

test('a program that asks all the time is told to wait, and an hour later gets it again', async () => {
  const path = await make(world.people.oa)
  for (let read = 0; read < 60; read++) expect((await get(path)).statusCode).toBe(200)
  const refused = await get(path)
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '3600'])
  world.setNow('2026-11-23T09:41:00+08:00')
  expect((await get(path)).statusCode).toBe(200)
})

test('a guessed address is nobody’s, whatever it looks like', async () => {
  for (const token of ['x', 'A'.repeat(43), `${'A'.repeat(43)}%00`, '..%2f..%2fetc'])
    expect((await get(`/api/calendar/${token}.ics`)).statusCode).toBe(404)
})
