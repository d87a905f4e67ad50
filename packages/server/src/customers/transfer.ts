import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import type { CustomerTransfer } from '@zhuowei/contract/customers.ts'
import { notify } from '../notifications/notify.ts'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/refusal.ts'
import { ownerIn } from './assignment.ts'
import type { CustomerRow } from './find.ts'
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
    await moveCustomer(work, row, { owner: await checked, regionId, regionName: region?.name, reason })
    moved.push(row)
    return null
  })
  await tellOwners(work, moved, toOwnerId)
  return outcome
}

interface Move {
  owner: { id: string; name: string } | null
  regionId: string
  regionName?: string
  reason: string
}

async function moveCustomer(
  { db, actor, now }: Writing,
  row: CustomerRow,
  { owner, regionId, regionName, reason }: Move,
): Promise<void> {
  await db
    .updateTable('customers')
    .set({
      ownerId: owner?.id ?? null,
      regionId,
      version: row.version + 1,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .where('id', '=', row.id)
    .execute()
  await db
    .insertInto('ownershipTransfers')
    .values({
      id: newId(),
      divisionId: row.divisionId,
      customerId: row.id,
      fromOwnerId: row.ownerId,
      toOwnerId: owner?.id ?? null,
      fromRegionId: row.regionId,
      toRegionId: regionId,
      reason,
      transferredBy: actor.id,
      transferredAt: now,
    })
    .execute()
  const before = row.ownerId ? await nameOf(db, row.ownerId) : null
  await recordEvent(db, actor, now, {
    verb: 'customer.transferred',
    subjectType: 'customer',
    subjectId: row.id,
    divisionId: row.divisionId,
    customerId: row.id,
    summary: owner ? `移交给${owner.name}` : '放入经理池',
    before: { owner: before ?? '经理池' },
    after: { owner: owner?.name ?? '经理池', ...(regionName ? { region: regionName } : {}) },
    reason,
  })
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

async function nameOf(db: Trx, personId: string): Promise<string | null> {
  const person = await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
  return person?.name ?? null
}
