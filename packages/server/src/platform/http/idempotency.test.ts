import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDue } from '../../jobs.ts'
import { createWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test('the first answer to a request is kept for seven days and then forgotten', async () => {
  const { db } = world.services
  const personId = world.people.pm.id
  const asked = (key: string, age: string) => ({
    personId,
    key,
    operation: 'customers.create',
    requestHash: 'x',
    createdAt: sql<Date>`now() - ${age}::interval`,
  })
  await db
    .insertInto('idempotencyKeys')
    .values([asked('kept-key', '6 days 23 hours'), asked('old-key', '7 days 1 minute')])
    .execute()
  await runDue(world.services)
  const left = await db.selectFrom('idempotencyKeys').where('personId', '=', personId).select('key').execute()
  expect(left).toEqual([{ key: 'kept-key' }])
})
