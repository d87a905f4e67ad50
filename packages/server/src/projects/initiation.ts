import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { ProjectInitiation } from '@zhuowei/contract/project-initiation.ts'
import { type ApprovalState, mayResubmit } from '@zhuowei/domain/approvals/approval.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { hintsFor, missingIn } from '@zhuowei/domain/projects/initiation.ts'
import { colleaguesOf } from '../approvals/organisation.ts'
import { wayOf } from '../approvals/submit.ts'
import { presentRoute } from '../approvals/try-definition.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import { type InitiatedProject, projectForInitiation } from './initiated-project.ts'
import { prefilled } from './prefill-initiation.ts'

/** 立项申请 of a project that this person may see; not written yet, it is filled from what is known. */
export async function getInitiation(
  reading: Reading,
  projectId: string,
): Promise<OnServer<ProjectInitiation>> {
  const { db, now } = reading
  const project = await projectForInitiation(reading, projectId)
  const written = (await writtenFor(db, projectId)) ?? (await prefilled(db, project))
  const { id, version, approvalId, state, round, submittedAt, approvedAt, team, ...content } = written
  const isOpen = mayChange(state)
  const missing = isOpen ? missingIn(content) : []
  const { edit, readMargin } = project.can
  return {
    ...content,
    ...{ id, version, approvedAt },
    missing: edit ? missing : [],
    marginBasisPoints: readMargin ? content.marginBasisPoints : null,
    team: await namesOf(db, team),
    approval:
      approvalId && state && round && submittedAt ? { id: approvalId, state, round, submittedAt } : null,
    hints: readMargin ? hintsFor(content, project, shanghaiDate(now)) : [],
    route: isOpen ? await routeFor(reading, project, content) : [],
    can: {
      edit: edit && isOpen,
      submit: edit && isOpen && missing.length === 0 && id !== null,
      readMargin,
    },
  }
}

/** Not submitted yet, or given back. */
export const mayChange = (state: ApprovalState | null): boolean => state === null || mayResubmit(state)

/** The application that is written; one that was refused makes room for another. */
export function writtenFor(db: Database | Trx, projectId: string) {
  return db
    .selectFrom('projectInitiations')
    .leftJoin('projectInitiationMargins', 'initiationId', 'projectInitiations.id')
    .leftJoin('approvals', (join) =>
      join.onRef('approvals.subjectId', '=', 'projectInitiations.id').on('approvals.kind', '=', 'initiation'),
    )
    .select(['projectInitiations.id', 'version', 'amountFen', 'signDate', 'budgetFen', 'fundSource'])
    .select(['decisionChain', 'competition', 'resources', 'risks', 'team', 'approvedAt'])
    .select(['marginBasisPoints', 'approvals.id as approvalId', 'round', 'submittedAt'])
    .select((row) => row.ref('approvals.state').$castTo<ApprovalState | null>().as('state')) // approvals_state_known
    .where('projectId', '=', projectId)
    .where('refusedAt', 'is', null)
    .executeTakeFirst()
}

async function routeFor(
  { db, actor, now }: Reading,
  project: InitiatedProject,
  content: { amountFen: number | null; marginBasisPoints: number | null },
) {
  const { divisionId } = project
  const facts = project.factsWith(content)
  const way = await wayOf(db, { kind: 'initiation', divisionId, facts }, actor.id, now)
  return presentRoute(way, await colleaguesOf(db, divisionId, shanghaiDate(now)))
}

async function namesOf(db: Database | Trx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .orderBy('employeeNo')
    .execute()
}
