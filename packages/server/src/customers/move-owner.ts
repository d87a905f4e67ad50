import { sql } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'

interface Move {
  /** Null is the pool of the division manager. */
  from: string | null
  to: string | null
  reason: string
  /** Left out when each customer stays in its region. */
  region?: { id: string; name: string } | null
}

/**
 * Transfer history, owner, version and timeline of many customers at once; grade changes not yet reported (六.1.2)②) go along. One
 * statement per table, because a leaver may have a thousand customers.
 */
export async function moveCustomers(writing: Writing, ids: readonly string[], move: Move): Promise<void> {
  if (ids.length === 0) return
  const { db, actor, now } = writing
  const regionId = move.region?.id ?? null
  await sql`
    insert into ownership_transfers
      (id, division_id, customer_id, from_owner_id, to_owner_id, from_region_id, to_region_id, reason, transferred_by, transferred_at)
    select t.id, c.division_id, c.id, ${move.from}, ${move.to}, c.region_id, coalesce(${regionId}::uuid, c.region_id),
      ${move.reason}, ${actor.id}, ${now}
    from ${withNewIds(ids)} join customers c on c.id = t.customer_id`.execute(db)
  await db
    .updateTable('customers')
    .set({ ownerId: move.to, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .$if(regionId !== null, (update) => update.set({ regionId: regionId ?? '' }))
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  await tellTimelines(writing, ids, move)
  await db
    .updateTable('gradeChanges')
    .set({ ownerId: move.to })
    .where(sql<boolean>`customer_id = any(${ids}::uuid[])`)
    .where('ownerId', 'is not distinct from', move.from)
    .where('reflectedInReportId', 'is', null)
    .execute()
}

/** Each customer's own history says who has it now. */
async function tellTimelines(
  { db, actor, now }: Writing,
  ids: readonly string[],
  { from, to, reason, region }: Move,
): Promise<void> {
  const stays = from === to
  const before = { owner: await nameOf(db, from) }
  const after = { owner: await nameOf(db, to), ...(region ? { region: region.name } : {}) }
  const summary = stays && region ? `换到${region.name}` : to === null ? '放入经理池' : `移交给${after.owner}`
  await sql`
    insert into events
      (id, division_id, actor_id, verb, subject_type, subject_id, customer_id, summary, before, after, reason, at)
    select t.id, c.division_id, ${actor.id}, 'customer.transferred', 'customer', c.id, c.id, ${summary},
      ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb, ${reason}, ${now}
    from ${withNewIds(ids)} join customers c on c.id = t.customer_id`.execute(db)
}

const withNewIds = (ids: readonly string[]) =>
  sql`unnest(${ids.map(() => newId())}::uuid[], ${ids}::uuid[]) t (id, customer_id)`

async function nameOf(db: Trx, personId: string | null): Promise<string> {
  if (personId === null) return '经理池'
  const person = await db
    .selectFrom('people')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return person.name
}
