import { sql } from 'kysely'
import { searchRow } from '../customers/search-row.ts'
import type { Trx } from '../platform/db/connect.ts'

/** Brings the contact count and the search columns of these customers in line with their contacts. */
export async function refreshCustomers(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const customers = await trx
    .selectFrom('customers')
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .select(['id', 'name', 'number'])
    .orderBy('id')
    .execute()
  const contacts = await trx
    .selectFrom('contacts')
    .where('customerId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('deletedAt', 'is', null)
    .select(['customerId', 'name'])
    .orderBy('id')
    .execute()
  const namesOf = Map.groupBy(contacts, (contact) => contact.customerId)
  const rows = customers.map((customer) => {
    const names = (namesOf.get(customer.id) ?? []).map((contact) => contact.name)
    const { searchContacts, searchGrams } = searchRow(customer, names)
    return { id: customer.id, count: names.length, searchContacts, searchGrams }
  })
  await sql`update customers set contact_count = fresh.count, search_contacts = fresh."searchContacts",
      search_grams = array(select jsonb_array_elements_text(fresh."searchGrams"))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as fresh (id uuid, count int, "searchContacts" text, "searchGrams" jsonb)
    where customers.id = fresh.id`.execute(trx)
}
