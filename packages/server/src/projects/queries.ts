import type { ProjectBoardQuery, ProjectQuery } from '@zhuowei/contract/projects.ts'
import { addDays, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { probabilityOf, type Stage, stages, weightedFen } from '@zhuowei/domain/projects/stage.ts'
import { type ExpressionBuilder, sql } from 'kysely'
import type { DB } from '../platform/db/schema.d.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { visibleProjects } from './access.ts'
import { parametersOf, presentProject, selectProjects } from './select-projects.ts'

type Conditions = Omit<ProjectBoardQuery, 'shown'>

/** The one with the latest activity first. */
export async function listProjects(reading: Reading, query: ProjectQuery) {
  let rows = selectProjects(reading)
    .where(await chosen(reading, query))
    .orderBy('projects.lastActivityOn', 'desc')
    .orderBy('projects.id', 'desc')
    .limit(query.limit + 1)
  if (query.cursor) {
    const [on, id] = readCursor(query.cursor, 2)
    rows = rows.where(sql<boolean>`(projects.last_activity_on, projects.id) < (${on}::date, ${id}::uuid)`)
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  const parameters = await parametersOf(
    reading,
    page.map(({ divisionId }) => divisionId),
  )
  return {
    items: page.map((row) => presentProject(row, parameters(row.divisionId), reading)),
    next: found.length > query.limit && last ? cursorOf(last.lastActivityOn, last.id) : null,
  }
}

/** What is under way, by stage: exact counts and sums of everything chosen, and the first cards of each column. */
export async function projectBoard(reading: Reading, { shown, ...query }: ProjectBoardQuery) {
  const where = await chosen(reading, { ...query, status: query.status ?? ['open', 'won'] })
  const [sums, ...cards] = await Promise.all([
    sumsByStage(reading, where),
    ...stages.map((stage) =>
      selectProjects(reading)
        .where(where)
        .where('projects.stage', '=', stage)
        .orderBy('projects.lastActivityOn', 'desc')
        .orderBy('projects.id', 'desc')
        .limit(shown)
        .execute(),
    ),
  ])
  const parameters = await parametersOf(
    reading,
    cards.flat().map(({ divisionId }) => divisionId),
  )
  return stages.map((stage, index) => ({
    stage,
    ...(sums.get(stage) ?? { count: 0, amountFen: 0, weightedFen: 0 }),
    items: (cards[index] ?? []).map((row) => presentProject(row, parameters(row.divisionId), reading)),
  }))
}

type Where = (row: ExpressionBuilder<DB, 'projects'>) => ReturnType<ExpressionBuilder<DB, 'projects'>['and']>

async function chosen({ actor, db, now }: Reading, query: Conditions): Promise<Where> {
  const { stage, status, ownerId, regionId, customerId, strategic, stalled } = query
  const today = shanghaiDate(now)
  const days =
    stalled && actor.divisionId
      ? (await parametersOf({ db, now }, [actor.divisionId]))(actor.divisionId)['project.stalledDays']
      : 14
  return (row) =>
    row.and([
      visibleProjects(actor)(row),
      ...(stage ? [row('projects.stage', 'in', stage)] : []),
      ...(status ? [row('projects.status', 'in', status)] : []),
      ...(ownerId ? [row('projects.ownerId', 'in', ownerId)] : []),
      ...(regionId ? [row('projects.regionId', 'in', regionId)] : []),
      ...(customerId ? [row('projects.customerId', 'in', customerId)] : []),
      ...(strategic ? [row('projects.isStrategic', '=', true)] : []),
      ...(stalled
        ? [row('projects.status', '=', 'open'), row('projects.lastActivityOn', '<=', addDays(today, -days))]
        : []),
    ])
}

/** §6.1 weighted with the chances of each division, or with what the manager has set for a project. */
async function sumsByStage(reading: Reading, where: Where) {
  const rows = await reading.db
    .selectFrom('projects')
    .where(where)
    .select(['projects.divisionId', 'projects.probability'])
    .select((row) => [
      row.ref('projects.stage').$castTo<Stage>().as('stage'), // projects_stage_known
      row.fn.countAll<number>().as('count'),
      row.fn.sum<number>('projects.amountFen').as('amountFen'),
    ])
    .groupBy(['projects.divisionId', 'projects.stage', 'projects.probability'])
    .execute()
  const parameters = await parametersOf(
    reading,
    rows.map(({ divisionId }) => divisionId),
  )
  const sums = new Map<Stage, { count: number; amountFen: number; weightedFen: number }>()
  for (const { stage, divisionId, probability, count, amountFen } of rows) {
    const percent = probabilityOf({ stage, override: probability }, parameters(divisionId))
    const before = sums.get(stage) ?? { count: 0, amountFen: 0, weightedFen: 0 }
    sums.set(stage, {
      count: before.count + Number(count),
      amountFen: before.amountFen + Number(amountFen),
      weightedFen: before.weightedFen + weightedFen(Number(amountFen), percent),
    })
  }
  return sums
}
