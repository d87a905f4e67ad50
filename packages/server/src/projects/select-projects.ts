import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Project } from '@zhuowei/contract/project-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import { motionOf } from '@zhuowei/domain/projects/activity.ts'
import { classOf, type ProjectClass } from '@zhuowei/domain/projects/class.ts'
import type { LossReason, ProjectStatus } from '@zhuowei/domain/projects/move.ts'
import { probabilityOf, type Stage } from '@zhuowei/domain/projects/stage.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayChange, mayOverride, visibleProjects } from './access.ts'

/** The projects that this person may see, with the names that stand in them. */
export function selectProjects({ db, actor }: Pick<Reading, 'db' | 'actor'>) {
  return db
    .selectFrom('projects')
    .innerJoin('customers', 'customers.id', 'projects.customerId')
    .innerJoin('regions', 'regions.id', 'projects.regionId')
    .innerJoin('people as owner', 'owner.id', 'projects.ownerId')
    .where(visibleProjects(actor))
    .selectAll('projects')
    .select(['customers.name as customerName', 'regions.name as regionName', 'owner.name as ownerName'])
    .select((row) => [
      row.ref('projects.stage').$castTo<Stage>().as('stage'), // projects_stage_known
      row.ref('projects.status').$castTo<ProjectStatus>().as('status'), // projects_status_known
      row.ref('projects.lossReason').$castTo<LossReason | null>().as('lossReason'), // projects_loss_reason_known
      row.ref('projects.classAtInitiation').$castTo<ProjectClass | null>().as('classAtInitiation'), // projects_class_known
    ])
}

export type ProjectRow = Awaited<ReturnType<ReturnType<typeof selectProjects>['execute']>>[number]

/** The parameters of each division that the rows belong to. */
export async function parametersOf(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  divisionIds: Iterable<string>,
): Promise<(divisionId: string) => Parameters> {
  const known = new Map<string, Parameters>()
  for (const id of new Set(divisionIds))
    known.set(id, (await loadRules(db, id, shanghaiDate(now))).parameters)
  return (id) => {
    const parameters = known.get(id)
    if (!parameters) throw new Error(`the parameters of division ${id} were not loaded`)
    return parameters
  }
}

export function presentProject(
  row: ProjectRow,
  parameters: Parameters,
  { actor, now }: Pick<Reading, 'actor' | 'now'>,
): OnServer<Project> {
  const { id, number, name, amountFen, stage, status, stageSince, expectedSignOn, lastActivityOn } = row
  const size = classOf(amountFen, parameters)
  const { motion, days } = motionOf(lastActivityOn, shanghaiDate(now), parameters)
  const changes = mayChange(actor, row)
  return {
    ...{ id, number, name, amountFen, stage, status, stageSince, expectedSignOn, lastActivityOn },
    customer: { id: row.customerId, name: row.customerName },
    region: { id: row.regionId, name: row.regionName },
    owner: { id: row.ownerId, name: row.ownerName },
    class: size.class,
    classHint: size.hint,
    classAtInitiation: row.classAtInitiation,
    isStrategic: row.isStrategic,
    probability: probabilityOf({ stage, override: row.probability }, parameters),
    motion: status === 'open' ? motion : 'moving',
    silentDays: days,
    version: row.version,
    can: { change: changes, move: changes, override: mayOverride(actor, row) },
  }
}
