import type { CustomerTransfer } from '@zhuowei/contract/bulk.ts'
import { notify } from '../notifications/notify.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { sellersOf, sellerWithRegions } from './assignment.ts'
import { type BulkPlan, changeMany } from './bulk.ts'
import type { Choosing } from './chosen.ts'
import type { CustomerRow } from './find.ts'
import { moveCustomers } from './move-owner.ts'

type Place = Pick<CustomerTransfer, 'toOwnerId' | 'toRegionId' | 'reason'>

export const transferCustomers = async (work: Choosing, body: CustomerTransfer) =>
  changeMany(work, body, await transferPlan(work, body))

/**
 * §3A 转移: the manager gives customers to another owner, into another region, or into the pool; both sides are told. Those in a region where
 * the one who would answer for them does not sell stay where they are.
 */
export async function transferPlan(
  work: Choosing,
  { toOwnerId, toRegionId, reason }: Place,
): Promise<BulkPlan<'transfer'>> {
  const region = toRegionId ? await regionOf(work, toRegionId) : null
  const taker = toOwnerId ? await sellerWithRegions(work, toOwnerId) : null
  const names = await regionNames(work)
  const sellers = await sellersOf(work)
  const regionAfter = (row: CustomerRow) => region?.id ?? row.regionId
  const ownerAfter = (row: CustomerRow) => (toOwnerId === undefined ? row.ownerId : toOwnerId)
  const ownerName = (id: string | null) => (id ? (sellers.get(id)?.name ?? '') : '经理池')
  const place = (ownerId: string | null, regionId: string) =>
    region ? `${names.get(regionId)} ${ownerName(ownerId)}` : ownerName(ownerId)
  return {
    kind: 'transfer',
    act: 'transfer',
    summary: [
      toOwnerId !== undefined && (toOwnerId ? `移交给${taker?.name}` : '放入经理池'),
      region && `换到${region.name}`,
    ]
      .filter(Boolean)
      .join('，'),
    reason,
    objection(row) {
      const owner = ownerAfter(row)
      if (row.ownerId === owner && row.regionId === regionAfter(row))
        return toOwnerId === undefined ? '片区没有变化' : '负责人没有变化'
      const answers = taker ?? (owner ? sellers.get(owner) : undefined)
      if (owner && !answers?.regionIds.has(regionAfter(row)))
        return `${names.get(regionAfter(row))}不归${answers?.name ?? '现在的负责人'}，接不了`
      return null
    },
    from: (row) => place(row.ownerId, row.regionId),
    to: (row) => place(ownerAfter(row), regionAfter(row)),
    before: ({ ownerId, regionId }) => ({ ownerId, regionId }),
    async write(rows) {
      for (const [from, moved] of Map.groupBy(rows, (row) => row.ownerId)) {
        const ids = moved.map(({ id }) => id)
        await moveCustomers(work, ids, {
          from,
          to: toOwnerId === undefined ? from : toOwnerId,
          reason,
          region,
        })
      }
      await (toOwnerId === undefined
        ? tellRegion(work, rows, region?.name ?? '')
        : tellOwners(work, rows, toOwnerId))
    },
  }
}

async function tellRegion({ db, actor, now }: Writing, moved: readonly CustomerRow[], region: string) {
  for (const [ownerId, rows] of Map.groupBy(moved, (row) => row.ownerId)) {
    if (!ownerId || ownerId === actor.id) continue
    const title = `${actor.name}把您负责的${told(rows)}换到${region}`
    await notify(
      db,
      { personIds: [ownerId], kind: 'customer', title, link: `/customers?ownerId=${ownerId}` },
      now,
    )
  }
}

const told = (rows: readonly CustomerRow[]) => (rows.length === 1 ? rows[0]?.name : `${rows.length} 家客户`)

async function tellOwners(
  { db, actor, now }: Writing,
  moved: readonly CustomerRow[],
  toOwnerId: string | null,
): Promise<void> {
  const [first] = moved
  if (!first) return
  if (toOwnerId && toOwnerId !== actor.id) {
    const link = moved.length === 1 ? `/customers/${first.id}` : `/customers?ownerId=${toOwnerId}`
    await notify(
      db,
      { personIds: [toOwnerId], kind: 'customer', title: `${actor.name}把${told(moved)}交给您负责`, link },
      now,
    )
  }
  for (const [ownerId, rows] of Map.groupBy(moved, (row) => row.ownerId)) {
    if (!ownerId || ownerId === toOwnerId) continue
    await notify(
      db,
      { personIds: [ownerId], kind: 'customer', title: `${actor.name}把${told(rows)}移交给了别人` },
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
