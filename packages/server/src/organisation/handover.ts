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

/** Owner, version and transfer history of many customers at once; grade changes not yet reported (六.1.2)②) go along. */
export async function moveCustomers(
  { db, actor, now }: Writing,
  ids: readonly string[],
  { from, to, reason }: { from: string | null; to: string | null; reason: string },
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('customers')
    .set({ ownerId: to, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  await sql`
    insert into ownership_transfers
      (id, division_id, customer_id, from_owner_id, to_owner_id, from_region_id, to_region_id, reason, transferred_by, transferred_at)
    select t.id, c.division_id, c.id, ${from}, ${to}, c.region_id, c.region_id, ${reason}, ${actor.id}, ${now}
    from unnest(${ids.map(() => newId())}::uuid[], ${ids}::uuid[]) t (id, customer_id)
    join customers c on c.id = t.customer_id`.execute(db)
  await db
    .updateTable('gradeChanges')
    .set({ ownerId: to })
    .where(sql<boolean>`customer_id = any(${ids}::uuid[])`)
    .where('ownerId', 'is not distinct from', from)
    .where('reflectedInReportId', 'is', null)
    .execute()
}
