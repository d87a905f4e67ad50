import type { BulkPreviewOf, BulkTags } from '@zhuowei/contract/bulk.ts'
import { sql } from 'kysely'
import { recordEvents } from '../platform/events.ts'
import { invalid } from '../platform/refusal.ts'
import { type BulkPlan, changeMany } from './bulk.ts'
import type { Choosing } from './chosen.ts'
import type { Allowed, CustomerRow } from './find.ts'

type TagChange = Pick<Extract<BulkPreviewOf, { kind: 'tags' }>, 'add' | 'remove'>

export const changeTags = async (work: Choosing, body: BulkTags) =>
  changeMany(work, body, await tagsPlan(work, body))

/** Labels of the division put on and taken off; a retired one is only taken off. */
export async function tagsPlan(work: Choosing, change: TagChange): Promise<BulkPlan<'edit'>> {
  const names = await namesOf(work, change)
  const after = (row: CustomerRow) => [
    ...row.tagIds.filter((id) => !change.remove.includes(id)),
    ...change.add.filter((id) => !row.tagIds.includes(id)),
  ]
  const inWords = (ids: readonly string[]) =>
    ids.flatMap((id) => names.get(id) ?? []).join('、') || '没有这些标签'
  return {
    kind: 'tags',
    act: 'edit',
    summary: wordsOf(change, names),
    reason: null,
    objection: (row) =>
      change.add.every((id) => row.tagIds.includes(id)) &&
      !change.remove.some((id) => row.tagIds.includes(id))
        ? '标签没有变化'
        : null,
    from: (row) => inWords(row.tagIds),
    to: (row) => inWords(after(row)),
    before: ({ tagIds }) => ({ tagIds }),
    write: (rows) => writeTags(work, rows, change, wordsOf(change, names)),
  }
}

async function writeTags(
  { db, actor, now }: Choosing,
  rows: readonly Allowed<'edit'>[],
  { add, remove }: TagChange,
  summary: string,
): Promise<void> {
  await sql`update customers set version = version + 1, updated_at = ${now}, updated_by = ${actor.id},
      tag_ids = array(select unnest(tag_ids) except select unnest(${[...remove, ...add]}::uuid[])) || ${add}::uuid[]
    where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db)
  await recordEvents(
    db,
    actor,
    now,
    rows.map(({ id, divisionId }) => ({
      verb: 'customer.tagged',
      subjectType: 'customer',
      subjectId: id,
      divisionId,
      customerId: id,
      summary,
    })),
  )
}

function wordsOf({ add, remove }: TagChange, names: Map<string, string>): string {
  const listed = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []).join('、')
  return [add.length > 0 && `加上标签${listed(add)}`, remove.length > 0 && `去掉标签${listed(remove)}`]
    .filter(Boolean)
    .join('，')
}

async function namesOf({ db, actor }: Choosing, { add, remove }: TagChange): Promise<Map<string, string>> {
  const tags = await db
    .selectFrom('tags')
    .select(['id', 'name', 'retiredAt'])
    .where('divisionId', '=', actor.divisionId)
    .where(sql<boolean>`id = any(${[...add, ...remove]}::uuid[])`)
    .execute()
  const known = new Map(tags.map((tag) => [tag.id, tag]))
  for (const id of [...add, ...remove]) if (!known.has(id)) throw invalid('add', '没有这个标签')
  for (const id of add) {
    const tag = known.get(id)
    if (tag?.retiredAt) throw invalid('add', `标签${tag.name}已经停用`)
    if (remove.includes(id)) throw invalid('add', '同一个标签不能又加又去')
  }
  return new Map(tags.map(({ id, name }) => [id, name]))
}
