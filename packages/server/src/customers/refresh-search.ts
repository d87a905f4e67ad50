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
  await db
    .updateTable('customers')
    .set({ ...searchRow(customer, names), contactCount: names.length })
    .where('id', '=', customerId)
    .execute()
}
