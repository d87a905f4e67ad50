import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { CustomerMerge } from '@zhuowei/contract/merges.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { undoableUntil } from '@zhuowei/domain/customers/merge.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'

type View = OnServer<CustomerMerge>

/** What was merged in the division, newest first, and whether it can still be taken back. */
export async function listMerges(
  reading: Reading,
  query: { cursor?: string; limit: number; keptId?: string | undefined },
) {
  const [at, id] = query.cursor ? readCursor(query.cursor, 2) : []
  const rows = await selectMerges(reading)
    .$if(at !== undefined, (merges) =>
      merges.where(
        sql<boolean>`(customer_merges.merged_at, customer_merges.id) < (${at}::timestamptz, ${id}::uuid)`,
      ),
    )
    .$if(query.keptId !== undefined, (merges) =>
      merges.where('customerMerges.survivorId', '=', query.keptId ?? ''),
    )
    .orderBy('customerMerges.mergedAt', 'desc')
    .orderBy('customerMerges.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => present(row, reading.now)),
    next: rows.length > query.limit && last ? cursorOf(last.mergedAt.toISOString(), last.id) : null,
  }
}

export async function getMerge(reading: Reading, id: string): Promise<View> {
  const row = await selectMerges(reading).where('customerMerges.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return present(row, reading.now)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMerges>['execute']>>[number]

function selectMerges({ db, actor }: Reading) {
  return db
    .selectFrom('customerMerges')
    .innerJoin('customers as kept', 'kept.id', 'customerMerges.survivorId')
    .innerJoin('people as merger', 'merger.id', 'customerMerges.mergedBy')
    .leftJoin('people as undoer', 'undoer.id', 'customerMerges.undoneBy')
    .where('customerMerges.divisionId', '=', actor.divisionId)
    .select(['customerMerges.id', 'mergedAt', 'mergedBy', 'undoneAt', 'undoneBy'])
    .select(['kept.id as keptId', 'kept.name as keptName', 'kept.number as keptNumber'])
    .select(['merger.name as mergerName', 'undoer.name as undoerName'])
    .select(
      sql<
        CustomerMerge['others']
      >`(select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'number', c.number) order by c.number)
        from customers c where c.id = any(customer_merges.merged_ids))`.as('others'),
    )
}

function present(row: Row, now: Date): View {
  const until = undoableUntil(shanghaiDate(row.mergedAt))
  return {
    id: row.id,
    kept: { id: row.keptId, name: row.keptName, number: row.keptNumber },
    others: row.others,
    mergedAt: row.mergedAt,
    mergedBy: { id: row.mergedBy, name: row.mergerName },
    undoneAt: row.undoneAt,
    undoneBy: row.undoneBy ? { id: row.undoneBy, name: row.undoerName ?? '' } : null,
    undoableUntil: until,
    undoable: row.undoneAt === null && shanghaiDate(now) <= until,
  }
}
