import Fastify from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../../testing/world.ts'
import { answerProblem } from './problem.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test('whoever waits in vain for another is told that the system is busy and when to try again', async () => {
  const app = Fastify()
  app.setErrorHandler(answerProblem)
  app.get('/', () =>
    world.services.db.transaction().execute(async (trx) => {
      await sql`set local statement_timeout = 20`.execute(trx)
      await sql`select pg_sleep(5)`.execute(trx)
    }),
  )
  const response = await app.inject({ url: '/' })
  expect(response.statusCode).toBe(503)
  expect(response.headers['retry-after']).toBe('5')
  expect(response.json()).toMatchObject({ code: 'busy', title: '系统正忙，请稍后再试' })
  await app.close()
})
