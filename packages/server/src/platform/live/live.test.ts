import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../app.ts'
import { notify } from '../../notifications/notify.ts'
import { createWorld, type Person, testServices, type World } from '../../testing/world.ts'
import type { Services } from '../services.ts'
import { publish } from './live.ts'

let world: World
/** A second server on the same database; the streams hang here while things happen on the first. */
let second: { app: FastifyInstance; services: Services }

beforeAll(async () => {
  world = await createWorld()
  second = await startSecondServer()
})
afterAll(async () => {
  await stopSecondServer()
  await world.close()
})

test('a stranger gets no stream', async () => {
  const response = await fetch(`${addressOf(second.app)}/api/live`)
  expect(response.status).toBe(401)
})

test('a notification made on one server reaches the person’s page on another, and nobody else’s', async () => {
  const mine = await open(world.people.pm)
  const others = await open(world.people.spm)
  await notify(
    world.services.db,
    { personIds: [world.people.pm.id], kind: 'comment', title: '安培之点评了您的日报' },
    new Date(),
  )
  await publish(world.services.db, { kind: 'changed', topic: 'calendar' })
  expect(await mine.next()).toEqual({ event: 'notification', data: {} })
  expect(await mine.next()).toEqual({ event: 'changed', data: { topic: 'calendar' } })
  expect(await others.next()).toEqual({ event: 'changed', data: { topic: 'calendar' } })
  mine.close()
  others.close()
})

test('nothing is told of a transaction that was rolled back', async () => {
  const mine = await open(world.people.pm)
  const failing = world.services.db.transaction().execute(async (trx) => {
    await notify(trx, { personIds: [world.people.pm.id], kind: 'comment', title: '不会发生' }, new Date())
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  await publish(world.services.db, { kind: 'changed', topic: 'marker' })
  expect(await mine.next()).toEqual({ event: 'changed', data: { topic: 'marker' } })
  mine.close()
})

test('a revoked session loses its stream at once; another session of the same person keeps its own', async () => {
  const { pmSameRegion } = world.people
  const stream = await open(pmSameRegion)
  const bystander = await open(world.people.oa)
  await world.services.db.deleteFrom('authSessions').where('userId', '=', pmSameRegion.id).execute()
  await publish(world.services.db, { kind: 'session', personId: pmSameRegion.id })
  expect(await stream.next()).toEqual({ event: 'session', data: {} })
  expect(await stream.next()).toBe('closed')
  await publish(world.services.db, { kind: 'changed', topic: 'marker' })
  expect(await bystander.next()).toMatchObject({ event: 'changed' })
  bystander.close()
})

test('after a change of role the stream stays and the page is told to ask for its rights again', async () => {
  const stream = await open(world.people.spmOtherRegion)
  await publish(world.services.db, { kind: 'session', personId: world.people.spmOtherRegion.id })
  expect(await stream.next()).toEqual({ event: 'session', data: {} })
  await publish(world.services.db, { kind: 'changed', topic: 'marker' })
  expect(await stream.next()).toMatchObject({ event: 'changed' })
  stream.close()
})

test('the thirteenth window of a person is refused, and a closed one makes room', async () => {
  const streams = await Promise.all(Array.from({ length: 12 }, () => open(world.people.dm)))
  const refused = await request(world.people.dm)
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({
    code: 'too_many_requests',
    detail: '打开的窗口太多，请关掉几个',
  })
  streams[0]!.close()
  await expect.poll(async () => (await open(world.people.dm)).status).toBe(200)
})

test('when the listening connection breaks, it comes back and everybody is told to load again', async () => {
  const stream = await open(world.people.att)
  await asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'zhuowei-live' and datname = current_database()`,
  )
  expect(await stream.next()).toEqual({ event: 'changed', data: {} })
  await publish(world.services.db, { kind: 'changed', topic: 'after' })
  await expect.poll(() => stream.next()).toEqual({ event: 'changed', data: { topic: 'after' } })
  stream.close()
})

test('a server that stops ends its streams', async () => {
  const stream = await open(world.people.gm)
  await stopSecondServer()
  expect(await stream.next()).toBe('closed')
  second = await startSecondServer()
})

async function asOwner(sql: string) {
  const owner = new pg.Client({ connectionString: world.connectionString })
  await owner.connect()
  await owner.query(sql).finally(() => owner.end())
}

async function startSecondServer() {
  const services = await testServices(world.connectionString, world.services.clock)
  const app = await buildApp(services)
  await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, services }
}

async function stopSecondServer() {
  await second.app.close()
  await second.services.live.stop()
  await second.services.db.destroy()
}

const addressOf = (app: FastifyInstance) => {
  const address = app.server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

const request = async (person: Person, signal?: AbortSignal) =>
  fetch(`${addressOf(second.app)}/api/live`, { headers: { cookie: await world.cookieOf(person) }, signal })

/** A page of this person on the second server, and what it is told. */
async function open(person: Person) {
  const control = new AbortController()
  const response = await request(person, control.signal)
  const messages = messagesOf(response)
  return {
    status: response.status,
    next: async () => (await messages.next()).value ?? 'closed',
    close: () => control.abort(),
  }
}

async function* messagesOf(response: Response) {
  let text = ''
  try {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const found = /^event: (.*)\ndata: (.*)$/m.exec(text.slice(0, end))
        text = text.slice(end + 2)
        if (found) yield { event: found[1], data: JSON.parse(found[2] ?? '') }
      }
    }
  } catch {
    // a stopped server and a closed page cut the connection
  }
}
