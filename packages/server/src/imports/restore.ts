import { sql } from 'kysely'
import { editedBy } from './kept.ts'
import { columnsToSet } from './restorable.ts'
import type { AppliedRow, Undoing } from './undo.ts'

interface Change {
  id: string
  version: number
  values: Record<string, string | null>
}

interface Restored {
  restored: string[]
  kept: Map<string, string>
}

/** Puts back what stood in the fields of existing customers, unless they were edited after the import. */
export function restoreCustomers(undoing: Undoing, rows: readonly AppliedRow[]): Promise<Restored> {
  const changes = merged(
    rows.flatMap(({ customerId, written: { customerBefore, customerVersion } }) =>
      customerBefore ? [{ id: customerId, version: customerVersion ?? 0, values: customerBefore }] : [],
    ),
  )
  return restore(undoing, 'customers', changes)
}

export function restoreContacts(undoing: Undoing, rows: readonly AppliedRow[]): Promise<Restored> {
  const changes = merged(
    rows.flatMap(({ written: { contactId, contactBefore, contactVersion } }) =>
      contactId && contactBefore
        ? [{ id: contactId, version: contactVersion ?? 0, values: contactBefore }]
        : [],
    ),
  )
  return restore(undoing, 'contacts', changes)
}

/** Several rows may have changed one record: its first state and its last version count. */
function merged(changes: readonly Change[]): Change[] {
  const byId = new Map<string, Change>()
  for (const { id, version, values } of changes) {
    const earlier = byId.get(id)
    byId.set(id, {
      id,
      version: Math.max(version, earlier?.version ?? 0),
      values: { ...values, ...earlier?.values },
    })
  }
  return [...byId.values()]
}

async function restore(
  { trx, actorId, now }: Undoing,
  table: 'customers' | 'contacts',
  changes: readonly Change[],
): Promise<Restored> {
  if (changes.length === 0) return { restored: [], kept: new Map() }
  const { rows: later } = await sql<{ id: string; why: string }>`
    select c.id, case when c.deleted_at is not null then '之后已经删除' else ${editedBy} end as why
    from ${sql.table(table)} c join jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change (id uuid, version int)
      on change.id = c.id
    left join people editor on editor.id = c.updated_by
    where c.version <> change.version or c.deleted_at is not null`.execute(trx)
  const kept = new Map(later.map(({ id, why }) => [id, why]))
  const wanted = changes.filter(({ id }) => !kept.has(id))
  await sql`update ${sql.table(table)} set ${columnsToSet(table)}, version = ${sql.ref(`${table}.version`)} + 1,
      updated_at = ${now}, updated_by = ${actorId}
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as change (id uuid, values jsonb)
    where ${sql.ref(`${table}.id`)} = change.id`.execute(trx)
  return { restored: wanted.map(({ id }) => id), kept }
}
