import type { CustomerChanges } from '@zhuowei/contract/customer-shapes.ts'
import { resourcesMissing } from '@zhuowei/domain/customers/grade.ts'
import { displayName, normaliseName } from '@zhuowei/domain/customers/name.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { changeLines, differences, labelOf } from './changes.ts'
import { findSimilar, refuseDuplicates } from './duplicates.ts'
import { type Allowed, customerFor, refuseStale } from './find.ts'
import { getCustomer } from './queries.ts'
import { refreshSearchRow } from './refresh-search.ts'
import { parentFor } from './tree.ts'

/** Changes what the form changed, and only that; the same values again change nothing. */
export async function updateCustomer(
  work: Writing & { secrets: Secrets },
  id: string,
  { version, ...input }: CustomerChanges,
): Promise<void> {
  const row = await customerFor(work, id, 'edit')
  if (row.grade === 'A' && input.resources === null) throw invalid('resources', resourcesMissing.text)
  await refuseStale(row, { ...input, version }, () => getCustomer(work, id))
  const after = { ...input, ...(input.name === undefined ? {} : { name: displayName(input.name) }) }
  const parents = await parentsOf(work, row, input.parentId)
  const changed = differences({ ...row, parent: parents.before }, { ...after, parent: parents.after })
  if (!changed) return
  await refuseTaken(work, row, after)
  await work.db
    .updateTable('customers')
    .set({
      ...after,
      ...(after.name === undefined ? {} : { nameKey: normaliseName(after.name) }),
      ...('status' in changed.after ? { statusSince: work.now } : {}),
      version: row.version + 1,
      updatedAt: work.now,
      updatedBy: work.actor.id,
    })
    .where('id', '=', id)
    .execute()
  if ('name' in changed.after) await refreshSearchRow(work.db, id)
  await recordEvent(work.db, work.actor, work.now, {
    verb: 'status' in changed.after ? 'customer.status_changed' : 'customer.updated',
    subjectType: 'customer',
    subjectId: id,
    divisionId: row.divisionId,
    customerId: id,
    summary: summaryOf(changed),
    ...changed,
  })
}

function summaryOf(changed: { before: Record<string, unknown>; after: Record<string, unknown> }): string {
  const status = changeLines(changed.before, changed.after).find((line) => line.label === labelOf('status'))
  const others = Object.keys(changed.after).filter((field) => field !== 'status')
  if (!status) return `修改了${others.map(labelOf).join('、')}`
  const sentence = `客户状态由${status.from}改为${status.to}`
  return others.length > 0 ? `${sentence}，并修改了${others.map(labelOf).join('、')}` : sentence
}

/** Names for the history, because ids tell a reader nothing. */
async function parentsOf(work: Writing, row: Allowed<'edit'>, wanted: string | null | undefined) {
  if (wanted === undefined || wanted === row.parentId) return { before: null, after: null }
  const before = row.parentId
    ? await work.db.selectFrom('customers').select('name').where('id', '=', row.parentId).executeTakeFirst()
    : undefined
  const after = wanted ? await parentFor(work, row.id, wanted) : null
  return { before: before?.name ?? null, after: after?.name ?? null }
}

/** The same name or credit code elsewhere is told with its owner; the unique indexes have the last word. */
async function refuseTaken(
  work: Writing & { secrets: Secrets },
  row: Allowed<'edit'>,
  { name, creditCode }: { name?: string; creditCode?: string | null },
): Promise<void> {
  if (name === undefined && !creditCode) return
  const candidates = await findSimilar(work, row.divisionId, {
    name,
    creditCode: creditCode ?? undefined,
    exceptId: row.id,
  })
  refuseDuplicates(
    candidates.filter((one) => one.blocking),
    true,
  )
}
