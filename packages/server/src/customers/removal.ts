import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid, notFound } from '../platform/refusal.ts'
import { allow, customerFor } from './find.ts'

/** Soft: the customer leaves lists and search, its history stays, and the manager can restore it. */
export async function removeCustomer(work: Writing, id: string, reason: string): Promise<void> {
  const row = await customerFor(work, id, 'remove')
  await writeRemoval(work, row, work.now)
  await recordRemoval(work, row, { verb: 'customer.removed', summary: `删除客户${row.name}`, reason })
}

/** Brings it back under its old number; a customer of the same name that was entered meanwhile refuses it (unique index). */
export async function restoreCustomer(work: Writing, id: string): Promise<void> {
  const { db, actor } = work
  const removed = await db
    .selectFrom('customers')
    .selectAll()
    .where('id', '=', id)
    .where('divisionId', '=', actor.divisionId)
    .forUpdate()
    .executeTakeFirst()
  if (!removed) throw notFound()
  const row = allow(actor, 'remove', removed)
  if (row.deletedAt === null) return
  if (row.mergedIntoId) throw invalid('id', '这家客户已并入另一家，请在“重复客户”里撤销合并')
  await writeRemoval(work, row, null)
  await recordRemoval(work, row, { verb: 'customer.restored', summary: `恢复客户${row.name}` })
}

async function writeRemoval(
  { db, actor, now }: Writing,
  row: { id: string; version: number },
  deletedAt: Date | null,
) {
  await db
    .updateTable('customers')
    .set({ deletedAt, version: row.version + 1, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', row.id)
    .execute()
}

function recordRemoval(
  { db, actor, now }: Writing,
  row: { id: string; divisionId: string },
  what: { verb: string; summary: string; reason?: string },
) {
  return recordEvent(db, actor, now, {
    ...what,
    subjectType: 'customer',
    subjectId: row.id,
    divisionId: row.divisionId,
    customerId: row.id,
  })
}
