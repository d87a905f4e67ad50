import { sql } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/refusal.ts'
import { type ImportWriting, importFor } from './commands.ts'
import { keptContacts, keptCreatedCustomers } from './kept.ts'
import { refreshCustomers } from './refresh.ts'
import { restoreContacts, restoreCustomers } from './restore.ts'
import { noCounts } from './tally.ts'
import type { Written } from './written.ts'

/** A row that the import applied. */
export interface AppliedRow {
  row: number
  customerId: string
  written: Written
}

/**
 * Takes a whole import back: what it created disappears, what it changed becomes what it was. Whatever somebody has worked on since
 * stays as it is, and the row says why.
 */
export async function undoImport(work: ImportWriting, id: string, version: number): Promise<void> {
  const { db, actor, now } = work
  const row = await importFor(work, id, version)
  if (row.undoneAt) throw invalid('state', '这次导入已经撤销过了')
  if (!['done', 'cancelled', 'failed'].includes(row.state)) throw invalid('state', '导入完成后才能撤销')
  const applied = await appliedRows(db, id)
  if (applied.length === 0) throw invalid('state', '这次导入没有写入任何数据，不需要撤销')
  const writing = { trx: db, actorId: actor.id, now }
  const kept = new Map<number, string>()

  const created = applied.filter(({ written }) => written.createdCustomer)
  const keptCustomers = await keptCreatedCustomers(db, id, created)
  const removed = created
    .map(({ customerId }) => customerId)
    .filter((customer) => !keptCustomers.has(customer))
  await removeCustomers(writing, removed)

  const createdIds = new Set(created.map(({ customerId }) => customerId))
  const additions = applied.filter(({ customerId }) => !createdIds.has(customerId))
  const keptAdded = await keptContacts(db, additions)
  const added = additions.flatMap(({ written: { contactId, contactBefore } }) =>
    contactId && !contactBefore && !keptAdded.has(contactId) ? [contactId] : [],
  )
  await removeContacts(writing, added)
  const changedCustomers = await restoreCustomers(writing, additions)
  const changedContacts = await restoreContacts(writing, additions)
  await refreshCustomers(db, [...new Set(additions.map(({ customerId }) => customerId))])

  for (const { row: rowNo, customerId, written } of applied) {
    const why =
      keptCustomers.get(customerId) ??
      changedCustomers.kept.get(customerId) ??
      keptAdded.get(written.contactId ?? '') ??
      changedContacts.kept.get(written.contactId ?? '')
    if (why) kept.set(rowNo, why)
  }
  await noteKept(db, id, kept)
  await recordTimelines(work, row, removed, changedCustomers.restored)
  const counts = {
    ...noCounts,
    ...(row.counts as object),
    undone: applied.length - kept.size,
    kept: kept.size,
  }
  await db
    .updateTable('imports')
    .set({
      state: 'undone',
      undoneAt: now,
      updatedAt: now,
      version: row.version + 1,
      counts: JSON.stringify(counts),
    })
    .where('id', '=', id)
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'import.undone',
    subjectType: 'import',
    subjectId: id,
    divisionId: row.divisionId,
    summary: `撤销导入《${row.fileName}》：撤回 ${counts.undone} 行${kept.size > 0 ? `，保留 ${kept.size} 行` : ''}`,
  })
}

async function appliedRows(db: Trx, importId: string): Promise<AppliedRow[]> {
  const rows = await db
    .selectFrom('importRows')
    .where('importId', '=', importId)
    .where('appliedAt', 'is not', null)
    .select(['rowNo', 'customerId', 'written'])
    .orderBy('rowNo')
    .execute()
  return rows.map(({ rowNo, customerId, written }) => ({
    row: rowNo,
    customerId: customerId ?? '',
    written: (written ?? {}) as Written, // written by `saveVerdicts` only
  }))
}

export interface Undoing {
  trx: Trx
  actorId: string
  now: Date
}

/** As a single customer is removed: its contacts stay with it, so that it can be restored whole. */
async function removeCustomers({ trx, actorId, now }: Undoing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update customers set deleted_at = ${now}, updated_at = ${now}, updated_by = ${actorId}, version = version + 1
    where id = any(${[...ids]}::uuid[])`.execute(trx)
}

async function removeContacts({ trx, actorId, now }: Undoing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update contacts set deleted_at = ${now}, updated_at = ${now}, updated_by = ${actorId}, version = version + 1
    where id = any(${[...ids]}::uuid[])`.execute(trx)
}

async function noteKept(db: Trx, importId: string, kept: ReadonlyMap<number, string>): Promise<void> {
  if (kept.size === 0) return
  await sql`update import_rows set kept_reason = line.why
    from unnest(${[...kept.keys()]}::int[], ${[...kept.values()]}::text[]) as line (row_no, why)
    where import_rows.import_id = ${importId} and import_rows.row_no = line.row_no and applied_at is not null`.execute(
    db,
  )
}

function recordTimelines(
  { db, actor, now }: ImportWriting,
  { divisionId, fileName }: { divisionId: string; fileName: string },
  removed: readonly string[],
  restored: readonly string[],
) {
  const ids = [...removed, ...restored]
  const verbs = [...removed.map(() => 'customer.removed'), ...restored.map(() => 'customer.import_undone')]
  return sql`insert into events (id, division_id, actor_id, verb, subject_type, subject_id, customer_id, summary, at)
    select event_id, ${divisionId}::uuid, ${actor.id}::uuid, verb, 'customer', customer_id, customer_id,
      ${`撤销导入《${fileName}》`}, ${now}::timestamptz
    from unnest(${ids.map(() => newId())}::uuid[], ${ids}::uuid[], ${verbs}::text[]) as line (event_id, customer_id, verb)`.execute(
    db,
  )
}
