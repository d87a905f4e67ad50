import type { BulkChange } from '@zhuowei/contract/bulk.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { type SqlBool, sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { tellSkipped } from './chosen.ts'

/** One's own bulk changes; the manager sees those of the division. Whoever sees one may take it back. */
export async function listBulkChanges(
  reading: Reading,
  query: { cursor?: string; limit: number },
): Promise<{ items: OnServer<BulkChange>[]; next: string | null }> {
  let found = visibleBulkChanges(reading)
    .innerJoin('people as maker', 'maker.id', 'bulkChanges.madeBy')
    .leftJoin('people as undoer', 'undoer.id', 'bulkChanges.undoneBy')
    .selectAll('bulkChanges')
    .select(['maker.name as makerName', 'undoer.name as undoerName'])
    .orderBy('madeAt', 'desc')
    .orderBy('bulkChanges.id', 'desc')
    .limit(query.limit + 1)
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    found = found.where(
      sql<SqlBool>`(bulk_changes.made_at, bulk_changes.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const rows = await found.execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const kept = await keptOf(
    reading,
    page.filter(({ undoneAt }) => undoneAt).map(({ id }) => id),
  )
  return {
    items: page.map((row) => ({
      id: row.id,
      kind: row.kind as BulkChange['kind'], // check constraint bulk_changes_kind_known
      summary: row.summary,
      reason: row.reason,
      changed: row.changed,
      madeBy: { id: row.madeBy, name: row.makerName },
      madeAt: row.madeAt,
      undone: row.undoneAt && {
        by: { id: row.undoneBy ?? '', name: row.undoerName ?? '' },
        at: row.undoneAt,
        kept: tellSkipped(kept.get(row.id) ?? []),
      },
    })),
    next: rows.length > query.limit && last ? cursorOf(last.madeAt.toISOString(), last.id) : null,
  }
}

export const visibleBulkChanges = ({ db, actor }: Reading) =>
  db
    .selectFrom('bulkChanges')
    .where('bulkChanges.divisionId', '=', actor.divisionId)
    .$if(actor.role !== 'dm', (query) => query.where('bulkChanges.madeBy', '=', actor.id))

async function keptOf({ db }: Reading, bulkIds: readonly string[]) {
  const rows = await db
    .selectFrom('bulkChangeRows')
    .innerJoin('customers', 'customers.id', 'bulkChangeRows.customerId')
    .where(sql<SqlBool>`bulk_id = any(${bulkIds}::uuid[])`)
    .where('keptReason', 'is not', null)
    .select(['bulkId', 'customers.id', 'customers.name'])
    .select((row) => row.fn.coalesce('keptReason', sql.lit('')).as('reason'))
    .execute()
  return Map.groupBy(rows, ({ bulkId }) => bulkId)
}
