import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import type { Trx } from '../platform/db/connect.ts'
import { killedWhile } from '../testing/killed-while.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** Where the command is stopped: it waits there for a lock that the test holds, and is killed while it waits. */
const moments: readonly [string, (db: Trx) => Promise<unknown>][] = [
  ['when half of it has moved', (db) => sql`lock table grade_changes in share mode`.execute(db)],
  ['at its last statement', (db) => sql`lock table notifications in share mode`.execute(db)],
]

test.each(moments)(
  'a merge and its undoing are whole or not there when the server is killed: %s',
  async (_, hold) => {
    const { pm, pmSameRegion, oa } = world.people
    const kept = await enter(world, pm)
    const other = await enter(world, pmSameRegion)
    await world.as(pmSameRegion).customers.changeGrade({
      params: { id: other.id },
      body: { to: 'B', reason: '重点', version: other.version },
    })
    const body = { kept: { id: kept.id, version: 1 }, others: [{ id: other.id, version: 2 }] }
    const apart = await standing(kept.id, other.id)
    await killedWhile(world, oa, hold, (client) =>
      client.merges.merge({ body, idempotencyKey: `merge-${kept.id}` }),
    )
    expect(await standing(kept.id, other.id)).toEqual(apart)

    const { id } = await world.as(oa).merges.merge({ body, idempotencyKey: `merge-${kept.id}` })
    const together = await standing(kept.id, other.id)
    expect(together).toMatchObject({ contacts: [kept.id, kept.id], changes: [kept.id], merges: 1 })
    await killedWhile(world, oa, hold, (client) => client.merges.undo({ params: { id } }))
    expect(await standing(kept.id, other.id)).toEqual(together)
    await world.as(oa).merges.undo({ params: { id } })
    expect((await standing(kept.id, other.id)).contacts).toEqual(apart.contacts)
  },
  180_000,
)

/** Once nobody holds the two any more: whose everything is. */
async function standing(keptId: string, otherId: string) {
  return world.services.db.transaction().execute(async (db) => {
    const rows = await db
      .selectFrom('customers')
      .select(['id', 'version', 'mergedIntoId', 'deletedAt', 'contactCount', 'searchText'])
      .where('id', 'in', [keptId, otherId])
      .orderBy('id')
      .forUpdate()
      .execute()
    const ofBoth = (table: 'contacts' | 'gradeChanges' | 'events') =>
      db
        .selectFrom(table)
        .select('customerId')
        .where('customerId', 'in', [keptId, otherId])
        .orderBy('id')
        .execute()
    const owners = (found: { customerId: string | null }[]) => found.map(({ customerId }) => customerId)
    const { merges } = await db
      .selectFrom('customerMerges')
      .select((row) => row.fn.countAll<number>().as('merges'))
      .where('survivorId', '=', keptId)
      .where('undoneAt', 'is', null)
      .executeTakeFirstOrThrow()
    return {
      rows,
      merges,
      contacts: owners(await ofBoth('contacts')),
      changes: owners(await ofBoth('gradeChanges')),
      events: owners(await ofBoth('events')),
    }
  })
}
