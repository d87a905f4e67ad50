import type { BulkChange, BulkPreview, CustomerSelection } from '@zhuowei/contract/bulk.ts'
import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import { sql } from 'kysely'
import { newId } from '../platform/ids.ts'
import type { CustomerAct } from './access.ts'
import { type Choosing, chosenFor, named } from './chosen.ts'
import type { Allowed, CustomerRow } from './find.ts'

/** One change of many customers: what it may not touch, how it reads, what it writes, and what has to be kept to take it back. */
export interface BulkPlan<Act extends CustomerAct> {
  kind: BulkChange['kind']
  act: Act
  /** As the record of bulk changes tells it: 等级调整为 B 级. */
  summary: string
  reason: string | null
  /** Why this customer is left alone; null when it changes. */
  objection(row: CustomerRow): string | null
  from(row: CustomerRow): string
  to(row: CustomerRow): string
  before(row: CustomerRow): object
  /** Raises the version of each row by one. */
  write(rows: readonly Allowed<Act>[]): Promise<void>
}

/** Selected rows, one command: what the rules allow is changed, the rest is left and told with its reason. */
export async function changeMany<Act extends CustomerAct>(
  work: Choosing,
  selection: CustomerSelection,
  plan: BulkPlan<Act>,
): Promise<BulkOutcome> {
  const { rows, outcome } = await chosenFor(work, selection, plan.act, plan.objection, 'locked')
  if (rows.length === 0) return { ...outcome, bulkId: null }
  await plan.write(rows)
  return { ...outcome, bulkId: await keep(work, rows, plan) }
}

/** The same without changing anything, as steps from what to what. */
export async function previewMany<Act extends CustomerAct>(
  work: Choosing,
  selection: CustomerSelection,
  plan: BulkPlan<Act>,
): Promise<BulkPreview> {
  const { rows, outcome } = await chosenFor(work, selection, plan.act, plan.objection, 'looking')
  const steps = Map.groupBy(rows, (row) => `${plan.from(row)}\n${plan.to(row)}`)
  return {
    ...outcome,
    steps: [...steps.values()]
      .toSorted((one, other) => other.length - one.length)
      .flatMap((group) => {
        const [first] = group
        if (!first) return []
        return [{ from: plan.from(first), to: plan.to(first), count: group.length, customers: named(group) }]
      }),
  }
}

/** What stood there before, in the transaction of the change itself. */
async function keep<Act extends CustomerAct>(
  { db, actor, now }: Choosing,
  rows: readonly Allowed<Act>[],
  { kind, summary, reason, before }: BulkPlan<Act>,
): Promise<string> {
  const id = newId()
  const [first] = rows
  await db
    .insertInto('bulkChanges')
    .values({
      id,
      divisionId: first?.divisionId ?? '',
      kind,
      summary,
      reason,
      changed: rows.length,
      madeBy: actor.id,
      madeAt: now,
    })
    .execute()
  await sql`insert into bulk_change_rows (bulk_id, customer_id, before, version)
    select ${id}::uuid, t.customer_id, t.before::jsonb, t.version
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => JSON.stringify(before(row)))}::text[],
      ${rows.map((row) => row.version + 1)}::int[]) t (customer_id, before, version)`.execute(db)
  return id
}
