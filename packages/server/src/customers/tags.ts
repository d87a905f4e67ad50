import type { Tag } from '@zhuowei/contract/tags.ts'
import { sql } from 'kysely'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { notFound } from '../platform/refusal.ts'
import { visibleCustomers } from './scope.ts'

/** The labels of the division, those in use first; how many of the customers that one sees carry each. */
export async function listTags(reading: Reading): Promise<Tag[]> {
  const rows = await tagsOf(reading)
    .orderBy((row) => row('retiredAt', 'is not', null))
    .orderBy('name')
    .execute()
  return rows.map(present)
}

export async function createTag(work: Writing, name: string, id = newId()): Promise<Tag> {
  const { db, actor, now } = work
  const { divisionId } = actor
  if (!divisionId) throw notFound()
  await db.insertInto('tags').values({ id, divisionId, name, createdAt: now, createdBy: actor.id }).execute()
  await tell(work, id, 'tag.created', `新建标签${name}`)
  return find(work, id)
}

/** A retired label stays on the customers that have it and is no longer offered. */
export async function updateTag(
  work: Writing,
  id: string,
  { name, retired }: { name?: string; retired?: boolean },
): Promise<Tag> {
  const tag = await find(work, id)
  await work.db
    .updateTable('tags')
    .set({
      name: name ?? tag.name,
      ...(retired === undefined ? {} : { retiredAt: retired ? work.now : null }),
    })
    .where('id', '=', id)
    .execute()
  const renamed = name !== undefined && name !== tag.name ? `标签${tag.name}改名为${name}` : null
  const switched = retired === undefined ? null : `${retired ? '停用' : '重新启用'}标签${name ?? tag.name}`
  if (renamed ?? switched) await tell(work, id, 'tag.changed', [renamed, switched].filter(Boolean).join('，'))
  return find(work, id)
}

async function find(reading: Reading, id: string): Promise<Tag> {
  const row = await tagsOf(reading).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return present(row)
}

const tagsOf = ({ db, actor }: Reading) =>
  db
    .selectFrom('tags')
    .select(['id', 'name', 'retiredAt'])
    .select((row) =>
      row
        .selectFrom('customers')
        .where(visibleCustomers(actor))
        .where(sql<boolean>`customers.tag_ids <> '{}' and customers.tag_ids @> array[tags.id]`)
        .select((count) => count.fn.countAll<number>().as('customers'))
        .as('customers'),
    )
    .where('divisionId', '=', actor.divisionId)

const present = (row: {
  id: string
  name: string
  retiredAt: Date | null
  customers: number | null
}): Tag => ({
  id: row.id,
  name: row.name,
  retired: row.retiredAt !== null,
  customers: row.customers ?? 0,
})

const tell = ({ db, actor, now }: Writing, id: string, verb: string, summary: string) =>
  recordEvent(db, actor, now, {
    verb,
    subjectType: 'tag',
    subjectId: id,
    divisionId: actor.divisionId,
    summary,
  })
