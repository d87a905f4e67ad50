import type { Writing } from '../platform/http/implement.ts'
import { forbidden, notFound } from '../platform/refusal.ts'
import { refuseStale } from '../platform/refuse-stale.ts'
import { mayChange } from './access.ts'
import { getProject } from './get-project.ts'
import { type ProjectRow, selectProjects } from './select-projects.ts'

/** The project of a command, locked, if this person may change it; with a version, only as it was read. */
export async function findProjectFor(
  work: Writing,
  id: string,
  yours?: { version: number },
): Promise<ProjectRow> {
  const row = await selectProjects(work)
    .where('projects.id', '=', id)
    .forUpdate('projects')
    .executeTakeFirst()
  if (!row) throw notFound()
  if (!mayChange(work.actor, row)) throw forbidden('项目由负责人、片区的高级项目主管和部门经理修改')
  if (yours) await refuseStale(row.version, yours, () => getProject(work, id))
  return row
}
