import type { InitiationInput } from '@zhuowei/contract/project-initiation.ts'
import { whyDecided } from '@zhuowei/domain/approvals/approval.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { missingIn } from '@zhuowei/domain/projects/initiation.ts'
import { sql } from 'kysely'
import { colleaguesOf } from '../approvals/organisation.ts'
import { submitApproval } from '../approvals/submit.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, invalid, Refusal } from '../platform/refusal.ts'
import { refuseStale } from '../platform/refuse-stale.ts'
import { type InitiatedProject, projectForInitiation } from './initiated-project.ts'
import { getInitiation, mayChange, writtenFor } from './initiation.ts'

/** Written as often as one likes until it is submitted, and again when it comes back. The event tells neither 毛利 nor amounts. */
export async function saveInitiation(
  work: Writing,
  projectId: string,
  given: InitiationInput,
): Promise<void> {
  const { db, actor, now } = work
  const { version, teamIds, marginBasisPoints, ...content } = given
  const { project, written } = await loadFor(work, projectId, given)
  await refuseStrangers(work, project, teamIds)
  const values = { ...content, team: teamIds, updatedAt: now, updatedBy: actor.id }
  const id = written?.id ?? newId()
  if (written)
    await db
      .updateTable('projectInitiations')
      .set({ ...values, version: sql`version + 1` })
      .where('id', '=', id)
      .execute()
  else
    await db
      .insertInto('projectInitiations')
      .values({
        ...values,
        ...{ id, projectId, divisionId: project.divisionId, createdAt: now, createdBy: actor.id },
      })
      .execute()
  await db.deleteFrom('projectInitiationMargins').where('initiationId', '=', id).execute()
  if (marginBasisPoints !== null)
    await db.insertInto('projectInitiationMargins').values({ initiationId: id, marginBasisPoints }).execute()
  await recordEvent(db, actor, now, {
    verb: 'project.initiation_saved',
    subjectType: 'project',
    subjectId: projectId,
    divisionId: project.divisionId,
    summary: `填写项目 ${project.number} 的立项申请`,
  })
}

/** 七.2.2) 售前立项: the whole application goes to whoever §4E asks. */
export async function submitInitiation(
  work: Writing,
  projectId: string,
  given: { version: number },
): Promise<void> {
  const { project, written } = await loadFor(work, projectId, given)
  if (!written) throw new Refusal('nothing_to_decide', { detail: '请先填写立项申请' })
  const errors = missingIn(written)
  if (errors.length > 0) throw new Refusal('invalid_input', { errors })
  await submitApproval(work, {
    kind: 'initiation',
    subjectId: written.id,
    divisionId: project.divisionId,
    title: `${project.number} ${project.name}`,
    facts: project.factsWith(written),
  })
}

/** Found (404), allowed (403), as it was read and still open (409); the project is locked until the end of the command. */
async function loadFor(work: Writing, projectId: string, given: { version: number }) {
  await work.db.selectFrom('projects').select('id').where('id', '=', projectId).forUpdate().execute()
  const project = await projectForInitiation(work, projectId)
  if (!project.can.edit) throw forbidden('立项由项目负责人申请')
  const written = await writtenFor(work.db, projectId)
  await refuseStale(written?.version ?? 0, given, () => getInitiation(work, projectId))
  if (written?.state && !mayChange(written.state))
    throw new Refusal('nothing_to_decide', { detail: whyDecided(written.state) })
  return { project, written }
}

async function refuseStrangers(
  { db, now }: Writing,
  { divisionId }: InitiatedProject,
  teamIds: readonly string[],
): Promise<void> {
  const people = await colleaguesOf(db, divisionId, shanghaiDate(now))
  const members = people.filter(({ role }) => role !== 'gm').map(({ id }) => id)
  if (!teamIds.every((id) => members.includes(id))) throw invalid('teamIds', '成员应是本事业部在职的同事')
}
