import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type MergeField, mergeFieldLabel, undoableUntil } from '@zhuowei/domain/customers/merge.ts'
import { normaliseName } from '@zhuowei/domain/customers/name.ts'
import type { Selectable } from 'kysely'
import { inWords } from '../customers/changes.ts'
import { notify } from '../notifications/notify.ts'
import type { CustomerMerges, Customers } from '../platform/db/schema.d.ts'
import { recordEvents } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { changedFields, columnsOf, type TakenFields } from './merge.ts'
import { type Moved, moveBack } from './move.ts'
import { settleCustomer } from './settle.ts'

type Row = Selectable<Customers>

/**
 * Takes a merge back, whole or not at all: the merged records stand again with what was theirs. What was recorded since stays with the
 * kept customer; what the merge wrote and somebody has changed since stands in the way and is named.
 */
export async function undoMerge(work: Writing, id: string): Promise<void> {
  const { db, actor, now } = work
  const merge = await lockedMerge(work, id)
  if (merge.undoneAt) return
  if (shanghaiDate(now) > undoableUntil(shanghaiDate(merge.mergedAt)))
    throw new Refusal('window_closed', { detail: '合并已经超过 30 天，不能撤销' })
  const { kept, others } = await lockedRecords(work, merge)
  const { before, after, tagsAdded, moved } = keptOf(merge)
  const changed = [
    ...goneSince(kept, others),
    ...changedSince(kept, after),
    ...(await takenSince(work, [{ ...kept, ...before }, ...others])),
  ]
  if (changed.length > 0)
    throw new Refusal('changed_since', { detail: changed.join('；'), facts: { changed } })
  const stamp = { updatedAt: now, updatedBy: actor.id }
  await db
    .updateTable('customers')
    .set({
      ...columnsOf(before, now),
      ...stamp,
      tagIds: kept.tagIds.filter((tag) => !tagsAdded.includes(tag)),
      version: kept.version + 1,
    })
    .where('id', '=', kept.id)
    .execute()
  for (const other of others) {
    const ownerId = await presentOwner(work, other.ownerId)
    await db
      .updateTable('customers')
      .set({ ...stamp, deletedAt: null, mergedIntoId: null, ownerId, version: other.version + 1 })
      .where('id', '=', other.id)
      .execute()
  }
  await moveBack(db, moved, kept.id)
  for (const row of [kept, ...others]) await settleCustomer(db, row.id)
  await db
    .updateTable('customerMerges')
    .set({ undoneAt: now, undoneBy: actor.id })
    .where('id', '=', id)
    .execute()
  await announce(work, kept, others, await changedFields(db, after, before))
}

async function lockedMerge({ db, actor }: Writing, id: string): Promise<Selectable<CustomerMerges>> {
  const merge = await db
    .selectFrom('customerMerges')
    .selectAll()
    .where('id', '=', id)
    .where('divisionId', '=', actor.divisionId)
    .forUpdate()
    .executeTakeFirst()
  if (!merge) throw notFound()
  return merge
}

type Written = TakenFields & { tagsAdded: string[] }

/** What `mergeCustomers`, which alone writes this table, has kept. */
function keptOf(merge: { before: unknown; after: unknown; moved: unknown }) {
  const { before, moved, after: written } = merge as { before: TakenFields; after: Written; moved: Moved[] }
  const { tagsAdded, ...after } = written
  return { before, after, tagsAdded, moved }
}

async function lockedRecords({ db }: Writing, merge: Selectable<CustomerMerges>) {
  const rows = await db
    .selectFrom('customers')
    .selectAll()
    .where('id', 'in', [merge.survivorId, ...merge.mergedIds])
    .orderBy('id') // always in one order, so that two commands cannot wait for each other
    .forUpdate()
    .execute()
  const kept = rows.find(({ id }) => id === merge.survivorId)
  if (!kept) throw notFound()
  return { kept, others: rows.filter(({ id }) => id !== kept.id) }
}

function goneSince(kept: Row, others: readonly Row[]): string[] {
  if (kept.mergedIntoId) return [`${kept.name}之后又并入了另一家客户，请先撤销那一次合并`]
  if (kept.deletedAt) return [`${kept.name}之后被删除了，请先恢复`]
  return others
    .filter(({ mergedIntoId }) => mergedIntoId !== kept.id)
    .map(({ name }) => `${name}已经不在${kept.name}名下`)
}

function changedSince(kept: Row, after: TakenFields): string[] {
  return (Object.keys(after) as MergeField[]) // keys of what the merge took
    .filter((field) => kept[field] !== after[field])
    .map((field) => {
      const now = field === 'parentId' ? null : inWords(field, kept[field])
      return `${mergeFieldLabel[field]}之后改${now ? `成了“${now}”` : '过'}，请先改回合并时的内容`
    })
}

/** Two customers of one name or code cannot stand side by side, and meanwhile somebody may have entered a third. */
async function takenSince({ db }: Writing, rows: readonly Row[]): Promise<string[]> {
  const codes = rows.flatMap(({ creditCode }) => creditCode ?? [])
  const found = await db
    .selectFrom('customers')
    .select(['name', 'number'])
    .where('divisionId', '=', rows[0]?.divisionId ?? '')
    .where('deletedAt', 'is', null)
    .where(
      'id',
      'not in',
      rows.map(({ id }) => id),
    )
    .where((row) =>
      row.or([
        row(
          'nameKey',
          'in',
          rows.map(({ name }) => normaliseName(name)),
        ),
        ...(codes.length > 0 ? [row('creditCode', 'in', codes)] : []),
      ]),
    )
    .execute()
  return found.map(({ name, number }) => `之后又新建了同名或信用代码相同的客户${name}（${number}）`)
}

/** Who has left meanwhile owns nothing; the customer goes into the manager's pool. */
async function presentOwner({ db, now }: Writing, ownerId: string | null): Promise<string | null> {
  if (!ownerId) return null
  const owner = await db
    .selectFrom('people')
    .select('leavingDate')
    .where('id', '=', ownerId)
    .executeTakeFirst()
  return owner?.leavingDate && owner.leavingDate < shanghaiDate(now) ? null : ownerId
}

async function announce(
  { db, actor, now }: Writing,
  kept: Row,
  others: readonly Row[],
  changed: { before?: unknown; after?: unknown },
): Promise<void> {
  const names = others.map(({ name, number }) => `${name}（${number}）`).join('、')
  const of = ({ id, divisionId }: Row) => ({
    ...{ subjectType: 'customer', subjectId: id, divisionId, customerId: id },
    verb: 'customer.merge_undone',
  })
  await recordEvents(db, actor, now, [
    { ...of(kept), summary: `撤销合并：${names}重新成为单独的客户`, ...changed },
    ...others.map((other) => ({ ...of(other), summary: `撤销合并：从${kept.name}（${kept.number}）分出来` })),
  ])
  const owners = [kept, ...others].flatMap(({ ownerId }) =>
    ownerId && ownerId !== actor.id ? [ownerId] : [],
  )
  const title = `${actor.name}撤销了合并，${names}重新成为单独的客户`
  await notify(db, { personIds: owners, kind: 'customer', title, link: `/customers/${kept.id}` }, now)
}
