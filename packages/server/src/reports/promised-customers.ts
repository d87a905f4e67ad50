import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'

type Ref = ReportLine['ref']

/** Which customer a line is about, by its source; what the client wrote is looked for inside the own division only. */
export async function customersBehind(
  db: Database | Trx,
  divisionId: string,
  refs: readonly Ref[],
): Promise<(ref: Ref) => { id: string; name: string } | null> {
  const ids = [...new Set(refs.flatMap((ref) => ref?.id ?? []))]
  if (ids.length === 0) return () => null
  const rows = await db
    .selectFrom('customers')
    .innerJoin(
      sql<{ ref: string; customerId: string }>`(
        select id as ref, customer_id from activities where id = any(${ids}::uuid[])
        union all select id, customer_id from grade_changes where id = any(${ids}::uuid[])
        union all select id, id from customers where id = any(${ids}::uuid[]))`.as('behind'),
      (join) => join.onRef('behind.customerId', '=', 'customers.id'),
    )
    .select(['behind.ref', 'customers.id', 'customers.name'])
    .where('customers.divisionId', '=', divisionId)
    .execute()
  const known = new Map(rows.map(({ ref, ...customer }) => [ref, customer]))
  return (ref) => (ref && known.get(ref.id)) ?? null
}
