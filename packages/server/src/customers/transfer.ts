import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import type { CustomerTransfer } from '@zhuowei/contract/customers.ts'
import { notify } from '../notifications/notify.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { sellerWithRegions } from './assignment.ts'
import { type Choosing, chosenFor } from './chosen.ts'
import type { CustomerRow } from './find.ts'
import { moveCustomers } from './move-owner.ts'

/**
 * §3A 转移: the manager gives customers to another owner, into another region, or into the pool; both sides are told. Those in a region where
 * the new owner does not sell stay where they are.
 */
export async function transferCustomers(
  work: Choosing,
  { toOwnerId, toRegionId, reason, ...selection }: CustomerTransfer,
): Promise<BulkOutcome> {
  const region = toRegionId ? await regionOf(work, toRegionId) : null
  const taker = toOwnerId ? await sellerWithRegions(work, toOwnerId) : null
  const names = await regionNames(work)
  const { rows, outcome } = await chosenFor(work, selection, 'transfer', (row) => {
    const regionId = region?.id ?? row.regionId
    if (row.ownerId === toOwnerId && row.regionId === regionId) return '负责人没有变化'
    if (taker && !taker.regionIds.has(regionId)) return `${names.get(regionId)}不归${taker.name}，接不了`
    return null
  })
  for (const [from, moved] of Map.groupBy(rows, (row) => row.ownerId)) {
    const ids = moved.map(({ id }) => id)
    await moveCustomers(work, ids, { from, to: toOwnerId, reason, region })
  }
  await tellOwners(work, rows, toOwnerId)
  return outcome
}

async function tellOwners(
  { db, actor, now }: Writing,
  moved: readonly CustomerRow[],
  toOwnerId: string | null,
): Promise<void> {
  const [first] = moved
  if (!first) return
  const what = (rows: readonly CustomerRow[]) => (rows.length === 1 ? rows[0]?.name : `${rows.length} 家客户`)
  if (toOwnerId && toOwnerId !== actor.id) {
    const link = moved.length === 1 ? `/customers/${first.id}` : `/customers?ownerId=${toOwnerId}`
    await notify(
      db,
      { personIds: [toOwnerId], kind: 'customer', title: `${actor.name}把${what(moved)}交给您负责`, link },
      now,
    )
  }
  for (const [ownerId, rows] of Map.groupBy(moved, (row) => row.ownerId)) {
    if (!ownerId || ownerId === toOwnerId) continue
    await notify(
      db,
      { personIds: [ownerId], kind: 'customer', title: `${actor.name}把${what(rows)}移交给了别人` },
      now,
    )
  }
}

async function regionNames({ db, actor }: Writing): Promise<Map<string, string>> {
  const regions = await db
    .selectFrom('regions')
    .select(['id', 'name'])
    .where('divisionId', '=', actor.divisionId)
    .execute()
  return new Map(regions.map(({ id, name }) => [id, name]))
}

async function regionOf({ db, actor }: Writing, id: string) {
  const region = await db
    .selectFrom('regions')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('divisionId', '=', actor.divisionId)
    .executeTakeFirst()
  if (!region) throw invalid('toRegionId', '没有这个片区')
  return region
}
