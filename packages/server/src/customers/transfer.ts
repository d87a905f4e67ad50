import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import type { CustomerTransfer } from '@zhuowei/contract/customers.ts'
import { notify } from '../notifications/notify.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { ownerIn } from './assignment.ts'
import type { CustomerRow } from './find.ts'
import { moveCustomers } from './move-owner.ts'
import { forEachSelected } from './selection.ts'

/** §3A 转移: the manager gives customers to another owner, into another region, or into the pool; both sides are told. */
export async function transferCustomers(
  work: Writing,
  { ids, toOwnerId, toRegionId, reason }: CustomerTransfer,
): Promise<BulkOutcome> {
  const region = toRegionId ? await regionOf(work, toRegionId) : null
  const moved: CustomerRow[] = []
  const owners = new Map<string, Promise<{ id: string; name: string }>>()
  const outcome = await forEachSelected(work, ids, 'transfer', async (row) => {
    const regionId = region?.id ?? row.regionId
    if (row.ownerId === toOwnerId && row.regionId === regionId) return '负责人没有变化'
    const checked = toOwnerId ? (owners.get(regionId) ?? ownerIn(work, regionId, toOwnerId)) : null
    if (checked) owners.set(regionId, checked)
    await checked
    await moveCustomers(work, [row.id], { from: row.ownerId, to: toOwnerId, reason, region })
    moved.push(row)
    return null
  })
  await tellOwners(work, moved, toOwnerId)
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
