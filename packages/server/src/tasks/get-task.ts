import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { TaskEntry, TaskRecord } from '@zhuowei/contract/tasks.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { presentTask, selectTasks } from './select-tasks.ts'

/** One task with everything that happened to it. */
export async function getTask(reading: Reading, id: string): Promise<OnServer<TaskRecord>> {
  const { db, actor } = reading
  const row = await selectTasks(db, actor).where('tasks.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return { ...presentTask(row, actor), log: await logOf(reading, id) }
}

async function logOf({ db }: Reading, taskId: string): Promise<OnServer<TaskEntry>[]> {
  const rows = await db
    .selectFrom('taskEntries')
    .innerJoin('people', 'people.id', 'taskEntries.byId')
    .select(['taskEntries.id', 'body', 'at', 'byId', 'people.name'])
    .select((row) => row.ref('kind').$castTo<TaskEntry['kind']>().as('kind')) // task_entries_kind_known
    .where('taskId', '=', taskId)
    .orderBy('at')
    .orderBy('taskEntries.id')
    .execute()
  return rows.map(({ byId, name, ...entry }) => ({ ...entry, by: { id: byId, name } }))
}
