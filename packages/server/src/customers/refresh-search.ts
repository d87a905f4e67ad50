import { sql } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import { searchRow } from './search-row.ts'

/** Writes the search columns and the number of contacts anew after the name or a contact has changed. */
export async function refreshSearchRow(db: Trx, customerId: string): Promise<void> {
  const customer = await db
    .selectFrom('customers')
    .select(['name', 'number'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  const contacts = await db
    .selectFrom('contacts')
    .select('name')
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()
  const names = contacts.map((contact) => contact.name)
  const merged = (await mergedInto(db, [customerId])).get(customerId)
  await db
    .updateTable('customers')
    .set({ ...searchRow(customer, names, merged), contactCount: names.length })
    .where('id', '=', customerId)
    .execute()
}

/** The records that were merged into these: each is still found by the name and number under which people know it. */
export async function mergedInto(db: Trx, ids: readonly string[]) {
  const rows = await db
    .selectFrom('customers')
    .select(['mergedIntoId', 'name', 'number'])
    .where(sql<boolean>`merged_into_id = any(${[...ids]}::uuid[])`)
    .orderBy('number')
    .execute()
  return Map.groupBy(rows, (row) => row.mergedIntoId)
}
