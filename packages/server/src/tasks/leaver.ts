import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { addEntry } from './telling.ts'

interface Named {
  id: string
  name: string
}

/** 二.2.1)(15) what was assigned to a person and is not accepted yet, and what he assigned himself. */
export function openTasksAround(db: Database | Trx, personId: string) {
  return db
    .selectFrom('tasks')
    .select([
      sql<number>`(count(*) filter (where owner_id = ${personId}))::int`.as('tasks'),
      sql<number>`(count(*) filter (where assigner_id = ${personId}))::int`.as('givenTasks'),
    ])
    .where('kind', '=', 'assigned')
    .where('closedAt', 'is', null)
    .where((row) => row.or([row('ownerId', '=', personId), row('assignerId', '=', personId)]))
    .executeTakeFirstOrThrow()
}

/** Everything that is still open gets its next owner; each task says from whom. His private to-dos are nobody else's. */
export async function handOverTasks(work: Writing, leaver: Named, to: Named): Promise<number> {
  const tasks = await move(work, 'ownerId', leaver.id, to.id)
  for (const { id } of tasks) await addEntry(work, id, 'changed', `${leaver.name}离职，改由${to.name}做`)
  return tasks.length
}

/** What a manager assigned is his successor's; without one it waits for the next manager, who accepts it by his position. */
export async function handOverGivenTasks(work: Writing, leaver: Named, to: Named): Promise<void> {
  const tasks = await move(work, 'assignerId', leaver.id, to.id)
  for (const { id } of tasks) await addEntry(work, id, 'changed', `${leaver.name}离职，改由${to.name}验收`)
}

/** Nobody assigns to himself. */
function move({ db, actor, now }: Writing, part: 'ownerId' | 'assignerId', from: string, to: string) {
  const other = part === 'ownerId' ? 'assignerId' : 'ownerId'
  return db
    .updateTable('tasks')
    .set({ [part]: to, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where('kind', '=', 'assigned')
    .where('closedAt', 'is', null)
    .where(part, '=', from)
    .where(other, '<>', to)
    .returning('id')
    .execute()
}
