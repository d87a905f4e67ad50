import { sql } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/refusal.ts'

/** Null is the pool of the division manager. */
export interface Handover {
  to: string | null
  exceptions: readonly { customerId: string; to: string | null }[]
}

export interface Received {
  to: string | null
  count: number
}

/** Only what is the leaver's can be given away. */
export async function refuseStrangeCustomers(
  db: Trx,
  from: string,
  exceptions: Handover['exceptions'],
): Promise<void> {
  const ids = [...new Set(exceptions.map((exception) => exception.customerId))]
  if (ids.length < exceptions.length) throw invalid('handover.exceptions', '同一个客户指定了两次')
  const owned = await db
    .selectFrom('customers')
    .select('id')
    .where('ownerId', '=', from)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  if (owned.length < ids.length) throw invalid('handover.exceptions', '有客户不在其名下，请刷新后再选')
}

/** Every customer of a person goes to its receiver; the region stays, the history says from whom to whom. */
export async function handOverCustomers(
  writing: Writing,
  from: string,
  { to, exceptions }: Handover,
  reason: string,
): Promise<Received[]> {
  const owned = await writing.db
    .selectFrom('customers')
    .select('id')
    .where('ownerId', '=', from)
    .orderBy('id')
    .forUpdate()
    .execute()
  const receiverOf = new Map(exceptions.map((exception) => [exception.customerId, exception.to]))
  const byReceiver = Map.groupBy(owned, ({ id }) => (receiverOf.has(id) ? (receiverOf.get(id) ?? null) : to))
  const received: Received[] = []
  for (const [receiver, customers] of byReceiver) {
    await moveCustomers(
      writing,
      customers.map(({ id }) => id),
      { from, to: receiver, reason },
    )
    received.push({ to: receiver, count: customers.length })
  }
  return received
}

/**
 * Owner, version, transfer history and timeline of many customers at once; grade changes not yet reported (六.1.2)②) go along. One
 * statement per table, because a leaver may have a thousand customers.
 */
export async function moveCustomers(
  writing: Writing,
  ids: readonly string[],
  move: { from: string | null; to: string | null; reason: string },
): Promise<void> {
  if (ids.length === 0) return
  const { db, actor, now } = writing
  await db
    .updateTable('customers')
    .set({ ownerId: move.to, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  await sql`
    insert into ownership_transfers
      (id, division_id, customer_id, from_owner_id, to_owner_id, from_region_id, to_region_id, reason, transferred_by, transferred_at)
    select t.id, c.division_id, c.id, ${move.from}, ${move.to}, c.region_id, c.region_id, ${move.reason}, ${actor.id}, ${now}
    from ${withNewIds(ids)} join customers c on c.id = t.customer_id`.execute(db)
  await tellTimelines(writing, ids, move)
  await db
    .updateTable('gradeChanges')
    .set({ ownerId: move.to })
    .where(sql<boolean>`customer_id = any(${ids}::uuid[])`)
    .where('ownerId', 'is not distinct from', move.from)
    .where('reflectedInReportId', 'is', null)
    .execute()
}

/** Each customer's own history says who has it now, as it does for any other transfer. */
async function tellTimelines(
  { db, actor, now }: Writing,
  ids: readonly string[],
  { from, to, reason }: { from: string | null; to: string | null; reason: string },
): Promise<void> {
  const before = await nameOf(db, from)
  const after = await nameOf(db, to)
  const summary = to === null ? '放入经理池' : `移交给${after}`
  await sql`
    insert into events
      (id, division_id, actor_id, verb, subject_type, subject_id, customer_id, summary, before, after, reason, at)
    select t.id, c.division_id, ${actor.id}, 'customer.transferred', 'customer', c.id, c.id, ${summary},
      ${JSON.stringify({ owner: before })}::jsonb, ${JSON.stringify({ owner: after })}::jsonb, ${reason}, ${now}
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
