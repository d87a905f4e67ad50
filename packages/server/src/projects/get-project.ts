import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { ProjectRecord } from '@zhuowei/contract/project-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { protectedUntil } from '@zhuowei/domain/projects/activity.ts'
import { classOf } from '@zhuowei/domain/projects/class.ts'
import { gateOf } from '@zhuowei/domain/projects/gates.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { parametersOf, presentProject, selectProjects } from './select-projects.ts'
import { stageFacts } from './stage-facts.ts'

type Record = OnServer<ProjectRecord>

export async function getProject(reading: Reading, id: string): Promise<Record> {
  const { db, now } = reading
  const row = await selectProjects(reading).where('projects.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const parameters = (await parametersOf(reading, [row.divisionId]))(row.divisionId)
  const project = presentProject(row, parameters, reading)
  const { need, withoutCompetitor, lossReason, lastActivityOn, amountFen, isStrategic } = row
  const classed = { class: classOf(amountFen, parameters).class, isStrategic }
  return {
    ...project,
    ...{ need, withoutCompetitor, lossReason },
    protectedUntil: protectedUntil(lastActivityOn, parameters),
    gate: gateOf(row.stage, classed, await stageFacts(db, row), parameters, shanghaiDate(now)),
    gateIsHard: parameters['project.gate'] === 'hard',
    factors: await factorsOf(reading, id),
    slots: await slotsOf(reading, id),
    competitors: await competitorsOf(reading, id),
    members: await membersOf(reading, id),
    history: await historyOf(reading, id),
    attempts: await attemptsOf(reading, id),
  }
}

const factorsOf = ({ db }: Reading, projectId: string) =>
  db
    .selectFrom('projectFactors')
    .select(['body', 'confirmedOn'])
    .select((row) => row.ref('code').$castTo<Record['factors'][number]['code']>().as('code')) // project_factors_code_known
    .where('projectId', '=', projectId)
    .orderBy('code')
    .execute()

async function slotsOf({ db }: Reading, projectId: string): Promise<Record['slots']> {
  const rows = await db
    .selectFrom('projectRoleSlots')
    .innerJoin('contacts', 'contacts.id', 'projectRoleSlots.contactId')
    .select(['contacts.id', 'contacts.name'])
    .select((row) => row.ref('role').$castTo<Record['slots'][number]['role']>().as('role')) // project_role_slots_role_known
    .where('projectId', '=', projectId)
    .where('contacts.deletedAt', 'is', null)
    .orderBy('role')
    .orderBy('contacts.name')
    .execute()
  return rows.map(({ role, id, name }) => ({ role, contact: { id, name } }))
}

async function competitorsOf({ db }: Reading, projectId: string): Promise<Record['competitors']> {
  const rows = await db
    .selectFrom('projectCompetitors')
    .innerJoin('competitors', 'competitors.id', 'projectCompetitors.competitorId')
    .select(['competitors.id', 'competitors.name', 'priceFen', 'note'])
    .select((row) => row.ref('outcome').$castTo<Record['competitors'][number]['outcome']>().as('outcome')) // project_competitors_outcome_known
    .where('projectId', '=', projectId)
    .orderBy('competitors.name')
    .execute()
  return rows.map(({ id, name, ...met }) => ({ competitor: { id, name }, ...met }))
}

async function membersOf({ db }: Reading, projectId: string): Promise<Record['members']> {
  const rows = await db
    .selectFrom('projectMembers')
    .innerJoin('people', 'people.id', 'projectMembers.personId')
    .select(['people.id', 'people.name'])
    .select((row) => row.ref('projectMembers.role').$castTo<Record['members'][number]['role']>().as('role')) // project_members_role_known
    .where('projectId', '=', projectId)
    .orderBy('people.employeeNo')
    .execute()
  return rows.map(({ id, name, role }) => ({ person: { id, name }, role }))
}

/** 阶段历史, the latest step first. */
async function historyOf({ db }: Reading, projectId: string): Promise<Record['history']> {
  const rows = await db
    .selectFrom('stageTransitions')
    .innerJoin('people', 'people.id', 'stageTransitions.byId')
    .selectAll('stageTransitions')
    .select('people.name')
    .where('projectId', '=', projectId)
    .orderBy('step', 'desc')
    .execute()
  // stage_transitions_kind_known; stages and states come from projects, which check them.
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Record['history'][number]['kind'],
    fromStage: row.fromStage as Record['history'][number]['fromStage'],
    stage: row.stage as Record['stage'],
    status: row.status as Record['status'],
    isOverride: row.isOverride,
    missing: (row.evidence as { missing: string[] }).missing,
    reason: row.reason,
    at: row.at,
    by: { id: row.byId, name: row.name },
  }))
}

async function attemptsOf({ db }: Reading, projectId: string): Promise<Record['attempts']> {
  const rows = await db
    .selectFrom('stageAttempts')
    .innerJoin('people', 'people.id', 'stageAttempts.byId')
    .select(['stageAttempts.id', 'missing', 'at', 'byId', 'people.name'])
    .select((row) => row.ref('stage').$castTo<Record['stage']>().as('stage')) // written from projects.stage
    .where('projectId', '=', projectId)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ byId, name, ...row }) => ({ ...row, by: { id: byId, name } }))
}
