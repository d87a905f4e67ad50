import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Trx } from '../platform/db/connect.ts'
import { killedWhile } from '../testing/killed-while.ts'
import { createWorld, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const moments: readonly [string, (db: Trx) => Promise<unknown>][] = [
  ['when half of it is written', (db) => sql`lock table grade_changes in share mode`.execute(db)],
  ['when it is being recorded', (db) => sql`lock table bulk_changes in share mode`.execute(db)],
]

test.each(moments)(
  'a bulk change and its undoing are whole or not there when the server is killed: %s',
  async (moment, hold) => {
    const { dm, pm, pmSameRegion } = world.people
    const ids = [(await enter(world, pm)).id, (await enter(world, pm)).id, (await enter(world, pm)).id]
    const body = { ids, toOwnerId: pmSameRegion.id, reason: '片区调整' }
    const before = await standing(ids)
    const idempotencyKey = `transfer-${moment.length}-${ids[0]}`
    await killedWhile(world, dm, hold, (client) => client.customers.transfer({ body, idempotencyKey }))
    expect(await standing(ids)).toEqual(before)

    const { bulkId } = await world.as(dm).customers.transfer({ body, idempotencyKey })
    const moved = await standing(ids)
    expect(moved.rows.map(({ ownerId }) => ownerId)).toEqual(ids.map(() => pmSameRegion.id))
    const params = { id: bulkId ?? '' }
    await killedWhile(world, dm, hold, (client) => client.bulk.undo({ params }))
    expect(await standing(ids)).toEqual(moved)
    expect(await world.as(dm).bulk.undo({ params })).toMatchObject({ changed: 3, skipped: [] })
    expect((await standing(ids)).rows.map(({ ownerId }) => ownerId)).toEqual(ids.map(() => pm.id))
  },
  60_000,
)

/** Once nobody holds them any more: whose they are, and what is told about them. */
async function standing(ids: readonly string[]) {
  return world.services.db.transaction().execute(async (db) => {
    const rows = await db
      .selectFrom('customers')
      .select(['id', 'ownerId', 'version'])
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute()
    const count = (table: 'events' | 'ownershipTransfers' | 'bulkChangeRows') =>
      db
        .selectFrom(table)
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('customerId', 'in', ids)
        .executeTakeFirstOrThrow()
    return {
      rows,
      events: await count('events'),
      transfers: await count('ownershipTransfers'),
      kept: await count('bulkChangeRows'),
    }
  })
}
