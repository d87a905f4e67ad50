import { sql } from 'kysely'
import { mergedInto } from '../customers/refresh-search.ts'
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
  const merged = await mergedInto(trx, ids)
  const rows = customers.map((customer) => {
    const names = (namesOf.get(customer.id) ?? []).map((contact) => contact.name)
    const { searchContacts, searchGrams } = searchRow(customer, names, merged.get(customer.id))
    return {
      id: customer.id,
      contact_count: names.length,
      search_contacts: searchContacts,
      search_grams: searchGrams,
    }
  })
  await sql`update customers set contact_count = fresh.contact_count, search_contacts = fresh.search_contacts,
      search_grams = fresh.search_grams
    from jsonb_populate_recordset(null::customers, ${JSON.stringify(rows)}::jsonb) fresh
    where customers.id = fresh.id`.execute(trx)
}
