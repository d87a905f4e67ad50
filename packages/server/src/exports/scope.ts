import type { ExportScope } from '@zhuowei/contract/exports.ts'
import { type ExpressionBuilder, sql } from 'kysely'
import { matchingIds } from '../customers/chosen.ts'
import { visibleCustomers } from '../customers/scope.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { DB } from '../platform/db/schema.d.ts'
import type { Writing } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'

/** §3A X: division or all; 高级项目主管 only what he answers for himself, less than what he reads. */
export function exportable(actor: Actor) {
  return (row: ExpressionBuilder<DB, 'customers'>) =>
    row.and([
      visibleCustomers(actor)(row),
      ...(actor.role === 'spm' ? [row('customers.ownerId', '=', actor.id)] : []),
    ])
}

/** The customers that the person means and may take, in the order of their names. */
export async function chosenForExport(
  work: Writing & { secrets: Secrets },
  { ids, matching }: ExportScope,
): Promise<string[]> {
  const meant = ids ?? (await matchingIds(work, matching ?? {}))
  const rows = await stillExportable(work.db, work.actor, meant)
  if (rows.length === 0) throw notFound()
  return rows
}

export async function stillExportable(
  db: Database | Trx,
  actor: Actor,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('customers')
    .select('id')
    .where(exportable(actor))
    .where(sql<boolean>`customers.id = any(${[...ids]}::uuid[])`)
    .orderBy('nameOrder')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
