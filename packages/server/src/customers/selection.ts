import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import type { BulkGrade, BulkStatus } from '@zhuowei/contract/customers.ts'
import type { Writing } from '../platform/http/implement.ts'
import { forbidden, notFound } from '../platform/refusal.ts'
import { type CustomerAct, may, refusalOf } from './access.ts'
import { type Allowed, allow, type CustomerRow } from './find.ts'
import { objections, writeGrade } from './grade.ts'
import { visibleCustomers } from './scope.ts'
import { writeStatus } from './status.ts'

/** Selected rows, one command: what the rules allow is changed, the rest is left and told with its reason. */
export function changeGrades(work: Writing, { ids, to, reason }: BulkGrade): Promise<BulkOutcome> {
  return forEachSelected(work, ids, 'changeGrade', async (row) => {
    const [objection] = objections(row, { to, reason })
    if (objection) return objection.text
    await writeGrade(work, row, { to, reason })
    return null
  })
}

export function changeStatuses(work: Writing, { ids, to }: BulkStatus): Promise<BulkOutcome> {
  return forEachSelected(work, ids, 'edit', async (row) => {
    if (row.status === to) return '客户状态已经是这样，没有变化'
    await writeStatus(work, row, to)
    return null
  })
}

/**
 * Runs over the selected rows in one transaction. Nothing that the person sees → 404, nothing that is allowed → 403; otherwise each row
 * that is left alone comes back with its reason.
 */
export async function forEachSelected<Act extends CustomerAct>(
  work: Writing,
  ids: readonly string[],
  act: Act,
  change: (row: Allowed<Act>) => Promise<string | null>,
): Promise<BulkOutcome> {
  const { db, actor } = work
  const rows: CustomerRow[] = await db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where('customers.id', 'in', [...new Set(ids)])
    .selectAll()
    .orderBy('id') // always in one order, so that two selections cannot wait for each other
    .forUpdate()
    .execute()
  if (rows.length === 0) throw notFound()
  if (!rows.some((row) => may[act](actor, row))) throw forbidden(refusalOf[act])
  const skipped: BulkOutcome['skipped'] = []
  for (const row of rows) {
    const reason = may[act](actor, row) ? await change(allow(actor, act, row)) : refusalOf[act]
    if (reason) skipped.push({ id: row.id, name: row.name, reason })
  }
  return { changed: rows.length - skipped.length, skipped }
}
