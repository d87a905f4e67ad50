import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { visibleTasks } from '../tasks/access.ts'

/** §3A 交办 R(DM的): 总经理 reads every report, but of what was assigned only that of the managers; the rest stands there without a link. */
export async function closedTasksOf(
  db: Database | Trx,
  actor: Actor,
  { description, result }: Record<'description' | 'result', readonly Pick<ReportLine, 'ref'>[]>,
): Promise<string[]> {
  const refs = [...description, ...result].flatMap(({ ref }) => ref ?? [])
  const ids = [...new Set(refs.filter(({ type }) => type === 'task').map(({ id }) => id))]
  if (ids.length === 0) return []
  const open = await visibleTasks(db, actor).select('tasks.id').where('tasks.id', 'in', ids).execute()
  return ids.filter((id) => !open.some((task) => task.id === id))
}
