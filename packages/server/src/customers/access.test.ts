import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { type Cast, createWorld, type World } from '../testing/world.ts'
import { may } from './access.ts'
import { scopeCondition } from './conditions.ts'
import { visibleCustomers } from './scope.ts'
import { SqlValues } from './sql-values.ts'
import { enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const { dm, pm, pmSameRegion, pmOtherRegion, pmOther } = world.people
  for (const person of [pm, pmSameRegion, pmOtherRegion, pmOther]) await enter(world, person)
  const pooled = await enter(world, pm)
  await world.as(dm).customers.transfer({ body: { ids: [pooled.id], toOwnerId: null, reason: '调整' } })
  const removed = await enter(world, pm)
  await world.as(dm).customers.remove({ params: { id: removed.id }, body: { reason: '录错' } })
  // An owner outside the region: what an administrator can leave behind by moving a person.
  await world.services.db
    .updateTable('customers')
    .set({ regionId: world.regions.lanhai })
    .where('id', '=', (await enter(world, pm)).id)
    .execute()
})
afterAll(() => world.close())

describe('the rule, the query of Kysely and the hand-written condition let the same customers through', () => {
  const cast: Cast[] = [
    'gm',
    'adm',
    'dm',
    'spm',
    'pm',
    'pmSameRegion',
    'pmOtherRegion',
    'spmOtherRegion',
    'oa',
    'pmOther',
  ]
  test.each(cast)('%s', async (key) => {
    const actor = await actorOf(key)
    const { db, pool } = world.services
    const all = await db
      .selectFrom('customers')
      .selectAll()
      .where('deletedAt', 'is', null)
      .orderBy('id')
      .execute()
    const byRule = all.filter((row) => may.see(actor, row)).map((row) => row.id)
    const byKysely = await db
      .selectFrom('customers')
      .select('id')
      .where(visibleCustomers(actor))
      .orderBy('id')
      .execute()
    const values = new SqlValues()
    const condition = scopeCondition(actor, {}, values)
    const byHand = await pool.query<{ id: string }>({
      text: `select c.id from customers c where ${condition} order by c.id`,
      values: values.list,
    })
    expect(byKysely.map((row) => row.id)).toEqual(byRule)
    expect(byHand.rows.map((row) => row.id)).toEqual(byRule)
  })

  async function actorOf(key: Cast): Promise<Actor> {
    const { db } = world.services
    const person = await db
      .selectFrom('people')
      .select(['id', 'name', 'divisionId', 'attendanceClerk'])
      .where('id', '=', world.people[key].id)
      .executeTakeFirstOrThrow()
    const members = await db
      .selectFrom('regionMembers')
      .select('regionId')
      .where('personId', '=', person.id)
      .execute()
    const owned = await db.selectFrom('regions').select('id').where('ownerId', '=', person.id).execute()
    return {
      ...person,
      role: world.people[key].role,
      regionIds: members.map((one) => one.regionId),
      ownedRegionIds: owned.map((one) => one.id),
      sessionId: '',
      passwordChangeDue: false,
      confidentialityDue: false,
    }
  }
})
