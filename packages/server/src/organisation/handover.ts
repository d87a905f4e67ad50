import { sql } from 'kysely'
import { moveCustomers } from '../customers/move-owner.ts'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
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
