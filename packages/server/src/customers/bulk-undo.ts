import type { BulkChange, BulkUndoPreview } from '@zhuowei/contract/bulk.ts'
import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type AccountStatus, accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { sql } from 'kysely'
import { notify } from '../notifications/notify.ts'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvents } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { type CustomerAct, may, refusalOf } from './access.ts'
import { visibleBulkChanges } from './bulk-list.ts'
import { named, tellSkipped } from './chosen.ts'
import { moveCustomers } from './move-owner.ts'

/**
 * Takes a whole bulk change back: every customer gets what stood there before, unless somebody changed it since; those are named and
 * kept. One transaction, so that it is taken back whole or not at all.
 */
export async function undoBulk(work: Writing, id: string): Promise<BulkOutcome> {
  const bulk = await lockedBulk(work, id)
  const judged = await judgedRows(work, bulk)
  const rows = judged.filter(({ keptReason }) => keptReason === null)
  const kept = tellSkipped(keptOf(judged))
  if (rows.length === 0) {
    const reasons = kept.map(({ reason, count }) => `${count} 家${reason}`).join('，')
    throw new Refusal('nothing_to_decide', { detail: `没有可以恢复的客户：${reasons}。` })
  }
  await writeKept(work, bulk, judged)
  await restore[bulk.kind](work, bulk, rows)
  await recordUndo(work, bulk, rows)
  const { db, actor, now } = work
  await db
    .updateTable('bulkChanges')
    .set({ undoneBy: actor.id, undoneAt: now })
    .where('id', '=', id)
    .execute()
  return {
    changed: rows.length,
    skipped: kept,
    bulkId: null,
  }
}

/** The same without changing anything. */
export async function previewUndo(work: Writing, id: string): Promise<BulkUndoPreview> {
  const bulk = await lockedBulk(work, id)
  const judged = await judgedRows(work, bulk)
  const rows = judged.filter(({ keptReason }) => keptReason === null)
  const back = [...Map.groupBy(rows, ({ before }) => backTo[bulk.kind](before))]
  return {
    changed: rows.length,
    back: back
      .map(([to, group]) => ({ to, count: group.length, customers: named(group) }))
      .toSorted((one, other) => other.count - one.count),
    kept: tellSkipped(keptOf(judged)),
  }
}

const backTo: Record<BulkChange['kind'], (before: Before) => string> = {
  grade: ({ grade }) => `${grade} 级`,
  status: ({ status }) => (status ? accountStatusLabel[status] : ''),
  transfer: () => '原来的负责人和片区',
  tags: () => '原来的标签',
}

const keptOf = (rows: readonly Kept[]) =>
  rows.flatMap((row) => (row.keptReason ? [{ ...row, reason: row.keptReason }] : []))

type Bulk = Awaited<ReturnType<typeof lockedBulk>>
type Kept = Awaited<ReturnType<typeof rowsOf>>[number]

async function lockedBulk(work: Writing, id: string) {
  const found = await visibleBulkChanges(work)
    .where('bulkChanges.id', '=', id)
    .select('bulkChanges.id')
    .executeTakeFirst()
  if (!found) throw notFound()
  const bulk = await work.db
    .selectFrom('bulkChanges')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (bulk.undoneAt) throw new Refusal('nothing_to_decide', { detail: '这次批量修改已经撤销过了。' })
  return { ...bulk, kind: bulk.kind as BulkChange['kind'] } // check constraint bulk_changes_kind_known
}

const actOf = {
  grade: 'changeGrade',
  status: 'edit',
  transfer: 'transfer',
  tags: 'edit',
} as const satisfies Record<BulkChange['kind'], CustomerAct>

/** Locks the customers, and says why some of them stay as they are. */
async function judgedRows(work: Writing, bulk: Bulk) {
  const act = actOf[bulk.kind]
  const reported = bulk.kind === 'grade' ? await reportedOf(work.db, bulk) : new Set<string>()
  const rows = await rowsOf(work, bulk)
  return rows.map((row) => ({ ...row, keptReason: row.keptReason ?? reasonToKeep(row) }))

  function reasonToKeep(row: Kept): string | null {
    if (row.deletedAt) return '已经删除'
    if (row.now !== row.version) return '之后有人改过'
    if (reported.has(row.id)) return '等级变化已经写进提交的汇报'
    return may[act](work.actor, row) ? row.ownerGone : refusalOf[act]
  }
}

async function writeKept({ db }: Writing, bulk: Bulk, judged: readonly Kept[]): Promise<void> {
  for (const [reason, group] of Map.groupBy(judged, ({ keptReason }) => keptReason)) {
    if (reason === null) continue
    await db
      .updateTable('bulkChangeRows')
      .set({ keptReason: reason })
      .where('bulkId', '=', bulk.id)
      .where(sql<boolean>`customer_id = any(${group.map(({ id }) => id)}::uuid[])`)
      .execute()
  }
}

/** In the order of the ids, like every command on many customers, so that two cannot wait for each other. */
async function rowsOf({ db, now }: Writing, bulk: Bulk) {
  const rows = await db
    .selectFrom('bulkChangeRows')
    .innerJoin('customers', 'customers.id', 'bulkChangeRows.customerId')
    .where('bulkId', '=', bulk.id)
    .select(['customers.id', 'customers.name', 'customers.divisionId', 'regionId', 'ownerId', 'deletedAt'])
    .select(['customers.version as now', 'bulkChangeRows.version', 'before', 'keptReason'])
    .orderBy('customers.id')
    .forUpdate('customers')
    .execute()
  const gone = bulk.kind === 'transfer' ? await goneOwners(db, shanghaiDate(now)) : null
  return rows.map((row) => {
    const before = row.before as Before // written by the plan of this kind
    return { ...row, before, ownerGone: gone?.(before) ?? null }
  })
}

interface Before {
  grade?: string
  status?: AccountStatus
  ownerId?: string | null
  regionId?: string
}

/** A customer goes back only to somebody who still sells in its region. */
async function goneOwners(db: Trx, today: string) {
  const sellers = await sql<{ id: string; name: string; left: boolean; regions: string[] }>`
    select p.id, p.name, coalesce(p.leaving_date < ${today}::date, false) as left,
      array(select m.region_id from region_members m where m.person_id = p.id
        union select r.id from regions r where r.owner_id = p.id) as regions
    from people p where p.role in ('spm', 'pm')`.execute(db)
  const known = new Map(sellers.rows.map((seller) => [seller.id, seller]))
  return ({ ownerId, regionId }: Before): string | null => {
    if (!ownerId) return null
    const seller = known.get(ownerId)
    if (!seller || seller.left) return `原负责人${seller?.name ?? ''}已经离职`
    return regionId && seller.regions.includes(regionId) ? null : `原负责人${seller.name}不再负责这个片区`
  }
}

/** 六.1.2)②: what a submitted report says has happened is not taken back. */
async function reportedOf(db: Trx, bulk: Bulk): Promise<Set<string>> {
  const rows = await gradeChangesOf(db, bulk)
    .where('reflectedInReportId', 'is not', null)
    .select('customerId')
    .execute()
  return new Set(rows.map(({ customerId }) => customerId))
}

const gradeChangesOf = (db: Trx, { madeBy, madeAt, divisionId }: Bulk) =>
  db
    .selectFrom('gradeChanges')
    .where('divisionId', '=', divisionId)
    .where('changedBy', '=', madeBy)
    .where('changedAt', '=', madeAt)

const restore: Record<
  BulkChange['kind'],
  (work: Writing, bulk: Bulk, rows: readonly Kept[]) => Promise<void>
> = {
  async grade(work, bulk, rows) {
    const ids = rows.map(({ id }) => id)
    await put(
      work,
      bulk,
      sql`grade = r.before->>'grade', resources = r.before->>'resources',
      grade_since = (r.before->>'gradeSince')::timestamptz`,
    )
    await work.db
      .deleteFrom('gradeChanges')
      .where('changedBy', '=', bulk.madeBy)
      .where('changedAt', '=', bulk.madeAt)
      .where(sql<boolean>`customer_id = any(${ids}::uuid[])`)
      .execute()
  },
  async status(work, bulk) {
    await put(
      work,
      bulk,
      sql`status = r.before->>'status', status_since = (r.before->>'statusSince')::timestamptz`,
    )
  },
  async tags(work, bulk) {
    await put(work, bulk, sql`tag_ids = array(select jsonb_array_elements_text(r.before->'tagIds')::uuid)`)
  },
  async transfer(work, bulk, rows) {
    const regions = await work.db
      .selectFrom('regions')
      .select(['id', 'name'])
      .where('divisionId', '=', bulk.divisionId)
      .execute()
    const places = Map.groupBy(
      rows,
      ({ ownerId, before }) => `${ownerId} ${before.ownerId} ${before.regionId}`,
    )
    for (const group of places.values()) {
      const [first] = group
      if (!first) continue
      const region = regions.find(({ id }) => id === first.before.regionId && id !== first.regionId) ?? null
      const to = first.before.ownerId ?? null
      const ids = group.map(({ id }) => id)
      await moveCustomers(work, ids, { from: first.ownerId, to, reason: '撤销批量移交', region })
    }
    await tellBothSides(work, rows)
  },
}

function put({ db, actor, now }: Writing, bulk: Bulk, values: ReturnType<typeof sql>) {
  return sql`update customers c set ${values}, version = c.version + 1, updated_at = ${now}, updated_by = ${actor.id}
    from bulk_change_rows r where r.bulk_id = ${bulk.id} and r.kept_reason is null and r.customer_id = c.id`.execute(
    db,
  )
}

/** A transfer back stands on the timeline as a transfer already. */
async function recordUndo({ db, actor, now }: Writing, bulk: Bulk, rows: readonly Kept[]): Promise<void> {
  if (bulk.kind === 'transfer') return
  const summary = `撤销批量修改：${bulk.summary}`
  await recordEvents(
    db,
    actor,
    now,
    rows.map(({ id, divisionId }) => {
      const of = { subjectType: 'customer', subjectId: id, customerId: id, divisionId, summary }
      return { ...of, verb: bulk.kind === 'grade' ? 'customer.grade_restored' : 'customer.bulk_undone' }
    }),
  )
}

async function tellBothSides({ db, actor, now }: Writing, rows: readonly Kept[]): Promise<void> {
  const sides = rows.flatMap(({ id, ownerId, before }) => [
    { personId: ownerId, id },
    { personId: before.ownerId ?? null, id },
  ])
  for (const [personId, touched] of Map.groupBy(sides, (side) => side.personId)) {
    if (!personId || personId === actor.id) continue
    const title = `${actor.name}撤销了移交，涉及 ${new Set(touched.map(({ id }) => id)).size} 家客户`
    await notify(db, { personIds: [personId], kind: 'customer', title, link: '/customers' }, now)
  }
}
