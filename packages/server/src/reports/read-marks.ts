import { sql } from 'kysely'
import type { Writing } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { reportsVisibleTo } from './access.ts'

/** 已阅: marks reports as read by this person; one that is not visible refuses the whole. */
export async function markReportsRead(writing: Writing, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  const visible = await writing.db
    .selectFrom('reports')
    .select('id')
    .where('id', '=', sql<string>`any(${wanted}::uuid[])`)
    .where('handedAt', 'is not', null)
    .where(reportsVisibleTo(writing.actor))
    .execute()
  if (visible.length !== wanted.length) throw notFound()
  await setReadMarks(writing, wanted)
}

/** The first look counts. */
export async function setReadMarks({ db, actor, now }: Writing, ids: readonly string[]): Promise<void> {
  await db
    .insertInto('reportReads')
    .values(ids.map((reportId) => ({ reportId, personId: actor.id, at: now })))
    .onConflict((conflict) => conflict.columns(['reportId', 'personId']).doNothing())
    .execute()
}
