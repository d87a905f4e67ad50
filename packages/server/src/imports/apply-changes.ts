import { sql } from 'kysely'
import { phoneFields } from '../customers/contact-values.ts'
import type { Applying, Note } from './apply.ts'
import { columnsToSet } from './restorable.ts'
import type { Verdict } from './verdict.ts'

/** Fills and replaces fields of customers that existed; what stood there is noted on the row. */
export async function changeCustomers(
  { trx, startedBy, now }: Applying,
  verdicts: readonly Verdict[],
  note: Note,
): Promise<void> {
  const planned = verdicts.flatMap(({ row, plan }) =>
    plan?.customerChange ? [{ row, ...plan.customerChange }] : [],
  )
  if (planned.length === 0) return
  const ids = planned.map(({ id }) => id)
  const before = await trx
    .selectFrom('customers')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .selectAll()
    .forUpdate()
    .execute()
  const beforeById = new Map(before.map((customer) => [customer.id, customer]))
  const changes = merged(planned)
  const { rows } = await sql<{ id: string; version: number }>`
    update customers set ${columnsToSet('customers')}, version = customers.version + 1,
      status_since = case when change.values ? 'status' then ${now}::timestamptz else status_since end,
      updated_at = ${now}, updated_by = ${startedBy}
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change (id uuid, values jsonb)
    where customers.id = change.id
    returning customers.id, customers.version`.execute(trx)
  const versionOf = new Map(rows.map(({ id, version }) => [id, version]))
  for (const { row, id, values } of planned) {
    const standing = beforeById.get(id)
    if (!standing) continue
    note(row, {
      customerVersion: versionOf.get(id),
      customerBefore: pick(standing, Object.keys(values)),
    })
  }
}

/** The same for their contacts. */
export async function changeContacts(
  { trx, startedBy, now, secrets }: Applying,
  verdicts: readonly Verdict[],
  note: Note,
): Promise<void> {
  const planned = verdicts.flatMap(({ row, plan }) => {
    if (!plan?.contactChange) return []
    const { id, phone, values } = plan.contactChange
    return [{ row, id, values: { ...values, ...(phone ? phoneFields(secrets, phone) : {}) } }]
  })
  if (planned.length === 0) return
  const before = await trx
    .selectFrom('contacts')
    .where('id', '=', sql<string>`any(${planned.map(({ id }) => id)}::uuid[])`)
    .selectAll()
    .forUpdate()
    .execute()
  const beforeById = new Map(before.map((contact) => [contact.id, contact]))
  const changes = merged(planned)
  const { rows } = await sql<{ id: string; version: number }>`
    update contacts set ${columnsToSet('contacts')}, version = contacts.version + 1,
      updated_at = ${now}, updated_by = ${startedBy}
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change (id uuid, values jsonb)
    where contacts.id = change.id
    returning contacts.id, contacts.version`.execute(trx)
  const versionOf = new Map(rows.map(({ id, version }) => [id, version]))
  for (const { row, id, values } of planned) {
    const standing = beforeById.get(id)
    if (!standing) continue
    note(row, {
      contactId: id,
      contactVersion: versionOf.get(id),
      contactBefore: pick(standing, Object.keys(values)),
    })
  }
}

/** Two rows of one chunk may concern the same record, which is changed once. */
function merged(planned: readonly { id: string; values: object }[]): { id: string; values: object }[] {
  const byId = new Map<string, object>()
  for (const { id, values } of planned) byId.set(id, { ...byId.get(id), ...values })
  return [...byId].map(([id, values]) => ({ id, values }))
}

function pick(record: object, keys: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key))) as Record<
    string,
    string | null
  > // only the text columns of `restorable.ts` are ever among the keys
}
