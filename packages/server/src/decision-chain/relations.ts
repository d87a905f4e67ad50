import type { ChangedRelation, NewRelation } from '@zhuowei/contract/decision-chain.ts'
import { type RelationKind, relationKindLabel } from '@zhuowei/domain/decision-chain/relation.ts'
import { customerFor, refuseStale } from '../customers/find.ts'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound } from '../platform/refusal.ts'

/** 六.3.1)④ how two people of a customer stand to each other; two people have one relation. */
export async function relateContacts(
  work: Writing,
  customerId: string,
  { fromId, toId, kind, note }: NewRelation,
): Promise<void> {
  const { db, actor, now } = work
  const { divisionId } = await customerFor(work, customerId, 'edit')
  const names = await namesOf(db, customerId, [fromId, toId])
  for (const [path, id] of [
    ['fromId', fromId],
    ['toId', toId],
  ] as const)
    if (!names.has(id)) throw invalid(path, '须是这家客户的联系人')
  const id = newId()
  await db
    .insertInto('contactRelations')
    .values({
      ...{ id, divisionId, customerId, fromId, toId, kind, note },
      ...{ createdAt: now, createdBy: actor.id, updatedAt: now, updatedBy: actor.id },
    })
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'contact_relation.added',
    ...about({ id, divisionId, customerId }),
    summary: `记下${sentence(names, { fromId, toId, kind })}`,
  })
}

export async function changeRelation(
  work: Writing,
  id: string,
  { version, kind, note }: ChangedRelation,
): Promise<string> {
  const { db, actor, now } = work
  const row = await relationFor(work, id)
  const yours = { kind, note, version }
  await refuseStale(row, yours, async () => ({
    kind: row.kind,
    note: row.note,
    version: row.version,
  }))
  await db
    .updateTable('contactRelations')
    .set({ kind, note, version: version + 1, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
  const names = await namesOf(db, row.customerId, [row.fromId, row.toId])
  await recordEvent(db, actor, now, {
    verb: 'contact_relation.changed',
    ...about(row),
    summary: `关系改为${sentence(names, { ...row, kind })}`,
  })
  return row.customerId
}

export async function unrelateContacts(work: Writing, id: string): Promise<string> {
  const { db, actor, now } = work
  const row = await relationFor(work, id)
  const names = await namesOf(db, row.customerId, [row.fromId, row.toId])
  await db.deleteFrom('contactRelations').where('id', '=', id).execute()
  await recordEvent(db, actor, now, {
    verb: 'contact_relation.removed',
    ...about(row),
    summary: `去掉${sentence(names, { ...row, kind: row.kind as RelationKind })}`, // contact_relations_kind_known
  })
  return row.customerId
}

async function relationFor(work: Writing, id: string) {
  const seek = () =>
    work.db.selectFrom('contactRelations').selectAll().where('id', '=', id).executeTakeFirst()
  const found = await seek()
  if (!found) throw notFound()
  // The lock on the customer keeps two people from changing its map at once.
  await customerFor(work, found.customerId, 'edit')
  const locked = await seek()
  if (!locked) throw notFound()
  return locked
}

async function namesOf(db: Trx, customerId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('contacts')
    .select(['id', 'name'])
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const about = ({ id, divisionId, customerId }: { id: string; divisionId: string; customerId: string }) => ({
  ...{ subjectType: 'contact_relation', subjectId: id, divisionId, customerId },
})

/** The note stays out of it: the timeline is read by more people than the map. */
function sentence(
  names: ReadonlyMap<string, string>,
  { fromId, toId, kind }: { fromId: string; toId: string; kind: RelationKind },
): string {
  return `${names.get(fromId) ?? '已移除的人'}与${names.get(toId) ?? '已移除的人'}的关系：${relationKindLabel[kind]}`
}
