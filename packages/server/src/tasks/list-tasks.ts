import type { TaskQuery } from '@zhuowei/contract/tasks.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { presentTask, selectTasks } from './select-tasks.ts'

/** Newest first; the cursor is the instant and id of the last row. */
export async function listTasks({ db, actor }: Reading, query: TaskQuery) {
  let rows = selectTasks(db, actor)
    .orderBy('tasks.createdAt', 'desc')
    .orderBy('tasks.id', 'desc')
    .limit(query.limit + 1)
  if (query.open) rows = rows.where('tasks.closedAt', query.open === 'true' ? 'is' : 'is not', null)
  if (query.side === 'mine') rows = rows.where('tasks.ownerId', '=', actor.id)
  if (query.side === 'given') rows = rows.where('tasks.ownerId', '<>', actor.id)
  if (query.state) rows = rows.where('tasks.state', 'in', query.state)
  if (query.ownerId) rows = rows.where('tasks.ownerId', 'in', query.ownerId)
  if (query.reportId) rows = rows.where('tasks.reportId', '=', query.reportId)
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    rows = rows.where(sql<boolean>`(tasks.created_at, tasks.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => presentTask(row, actor)),
    next: found.length > query.limit && last ? cursorOf(last.createdAt.toISOString(), last.id) : null,
  }
}
