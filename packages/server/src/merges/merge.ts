import type { MergeRequest } from '@zhuowei/contract/merges.ts'
import type { TradeStatus } from '@zhuowei/domain/customers/grade.ts'
import { type MergeField, mayBeKept } from '@zhuowei/domain/customers/merge.ts'
import { normaliseName } from '@zhuowei/domain/customers/name.ts'
import { differences } from '../customers/changes.ts'
import { type Allowed, customerFor, refuseStale } from '../customers/find.ts'
import { getCustomer } from '../customers/queries.ts'
import { parentFor } from '../customers/tree.ts'
import { notify } from '../notifications/notify.ts'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/refusal.ts'
import { type Moved, moveHanging } from './move.ts'
import { settleCustomer } from './settle.ts'

type Record = Allowed<'merge'>
export type TakenFields = Partial<Pick<Record, MergeField>>

/**
 * Two or three records of one customer become one: the kept one takes over everything that hangs on the others and the chosen fields. The
 * others leave lists and search; their numbers lead to the kept one. Returns the id of the merge.
 */
export async function mergeCustomers(
  work: Writing,
  { kept: wanted, others: given, take }: MergeRequest,
): Promise<string> {
  const rows = await lockedRecords(work, [wanted, ...given])
  const [kept, ...others] = rows as [Record, ...Record[]] // in the order of the request, which names at least two
  refuseToLoseTrade(kept, rows)
  const after = fieldsTaken(rows, take)
  const tagsAdded = [...new Set(others.flatMap(({ tagIds }) => tagIds))].filter(
    (tag) => !kept.tagIds.includes(tag),
  )
  for (const other of others) await leadTo(work, other, kept.id)
  const moved: Moved[] = []
  for (const other of others) moved.push(...(await moveHanging(work.db, other.id, kept.id)))
  const parentId = after.parentId === undefined ? kept.parentId : after.parentId
  if (parentId) await parentFor(work, kept.id, parentId)
  await writeTaken(work, kept, after, tagsAdded)
  await settleCustomer(work.db, kept.id)
  const id = newId()
  await work.db
    .insertInto('customerMerges')
    .values({
      id,
      divisionId: kept.divisionId,
      survivorId: kept.id,
      mergedIds: others.map((other) => other.id),
      before: JSON.stringify(
        Object.fromEntries(Object.keys(after).map((field) => [field, kept[field as MergeField]])),
      ),
      after: JSON.stringify({ ...after, tagsAdded }),
      moved: JSON.stringify(moved),
      mergedAt: work.now,
      mergedBy: work.actor.id,
    })
    .execute()
  await announce(work, kept, others, after)
  return id
}

/** Locked in one order, so that two merges cannot wait for each other; returned as asked. */
async function lockedRecords(
  work: Writing,
  wanted: readonly { id: string; version: number }[],
): Promise<Record[]> {
  if (new Set(wanted.map(({ id }) => id)).size < wanted.length) throw invalid('others', '请选择不同的客户')
  const found = new Map<string, Record>()
  for (const { id, version } of wanted.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const row = await customerFor(work, id, 'merge')
    await refuseStale(row, { version }, () => getCustomer(work, id))
    found.set(id, row)
  }
  return wanted.flatMap(({ id }) => found.get(id) ?? [])
}

function refuseToLoseTrade(kept: Record, rows: readonly Record[]): void {
  // Check constraint customers_trade_known.
  const all = rows.map((row) => ({ ...row, tradeStatus: row.tradeStatus as TradeStatus }))
  const [first] = all
  if (first && mayBeKept(first, all)) return
  const traded = rows.find(({ tradeStatus }) => tradeStatus === 'traded')
  throw invalid('kept', `${traded?.name}有过交易，请保留它，把${kept.name}并进去（六.1.1)①）`)
}

/** What the kept record takes from the others, and only where it differs. A record that disappears is nobody's 上级单位. */
function fieldsTaken(rows: readonly Record[], take: MergeRequest['take']): TakenFields {
  const [kept] = rows
  if (!kept) return {}
  const values: { [field: string]: unknown } = {}
  for (const { field, from } of take) {
    const giver = rows.find(({ id }) => id === from)
    if (!giver) throw invalid('take', '选用的内容不在这几家客户里')
    values[field] = giver[field]
  }
  const taken: TakenFields = values // keyed by the fields of the request, valued by the rows
  const parentId = taken.parentId === undefined ? kept.parentId : taken.parentId
  if (rows.some(({ id }) => id === parentId)) {
    taken.parentId =
      rows.map((row) => row.parentId).find((id) => id && !rows.some((row) => row.id === id)) ?? null
  }
  return Object.fromEntries(
    Object.entries(taken).filter(([field, value]) => kept[field as MergeField] !== value),
  )
}

async function leadTo({ db, actor, now }: Writing, other: Record, keptId: string): Promise<void> {
  await db
    .updateTable('customers')
    .set({
      deletedAt: now,
      mergedIntoId: keptId,
      version: other.version + 1,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .where('id', '=', other.id)
    .execute()
}

async function writeTaken(
  { db, actor, now }: Writing,
  kept: Record,
  fields: TakenFields,
  tagsAdded: readonly string[],
): Promise<void> {
  await db
    .updateTable('customers')
    .set({
      ...columnsOf(fields, now),
      tagIds: [...kept.tagIds, ...tagsAdded],
      version: kept.version + 1,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .where('id', '=', kept.id)
    .execute()
}

/** Fields with the columns that go with them. */
export function columnsOf(fields: TakenFields, now: Date) {
  return {
    ...fields,
    ...(fields.name === undefined ? {} : { nameKey: normaliseName(fields.name) }),
    ...(fields.status === undefined ? {} : { statusSince: now }),
  }
}

/** Fields as the timeline shows them: the parent by its name. */
export async function changedFields(db: Trx, before: TakenFields, after: TakenFields) {
  const shown = async ({ parentId, ...rest }: TakenFields) => ({
    ...rest,
    ...(parentId === undefined ? {} : { parent: await nameOf(db, parentId) }),
  })
  return differences(await shown(before), await shown(after)) ?? {}
}

async function announce(
  { db, actor, now }: Writing,
  kept: Record,
  others: readonly Record[],
  after: TakenFields,
): Promise<void> {
  const names = others.map(({ name, number }) => `${name}（${number}）`).join('、')
  await recordEvent(db, actor, now, {
    verb: 'customer.merged',
    subjectType: 'customer',
    subjectId: kept.id,
    divisionId: kept.divisionId,
    customerId: kept.id,
    summary: `合并重复的客户：${names}并入${kept.name}（${kept.number}）`,
    ...(await changedFields(db, kept, after)),
  })
  const owners = [kept, ...others].flatMap(({ ownerId }) =>
    ownerId && ownerId !== actor.id ? [ownerId] : [],
  )
  const title = `${actor.name}把${others.map(({ name }) => name).join('、')}并入${kept.name}`
  await notify(db, { personIds: owners, kind: 'customer', title, link: `/customers/${kept.id}` }, now)
}

async function nameOf(db: Trx, id: string | null): Promise<string | null> {
  if (!id) return null
  const row = await db.selectFrom('customers').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}
