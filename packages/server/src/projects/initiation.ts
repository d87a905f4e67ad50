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
import { projectForInitiation, type InitiatedProject } from './initiated-project.ts'
import { prefilled } from './prefill-initiation.ts'

/** 立项申请 of a project that this person may see; not written yet, it is filled from what is known. */
export async function getInitiation(
  reading: Reading,
  projectId: string,
): Promise<OnServer<ProjectInitiation>> {
  const { db, now } = reading
  const project = await projectForInitiation(reading, projectId)
  const written = await writtenFor(db, projectId)
  const { id, version, approvalId, state, round, submittedAt, approvedAt, team, ...content } =
    written ?? (await prefilled(db, project))
  const application = { ...content, marginBasisPoints: project.can.readMargin ? content.marginBasisPoints : null }
  const isOpen = state === null || mayResubmit(state)
  const missing = isOpen ? missingIn(content) : []
  return {
    ...application,
    ...{ id, version, approvedAt, missing },
    team: await namesOf(db, team),
    approval: approvalId && state ? { id: approvalId, state, round: round ?? 1, submittedAt: submittedAt ?? now } : null,
    hints: project.can.readMargin ? hintsFor(content, project, shanghaiDate(now)) : [],
    route: isOpen ? await routeFor(reading, project, content) : [],
    can: {
      edit: project.can.edit && isOpen,
      submit: project.can.edit && isOpen && missing.length === 0 && id !== null,
      readMargin: project.can.readMargin,
    },
  }
}

/** The application that is written, or was refused last; never two that run at once. */
export function writtenFor(db: Database | Trx, projectId: string) {
  return db
    .selectFrom('projectInitiations')
    .leftJoin('projectInitiationMargins', 'initiationId', 'projectInitiations.id')
    .leftJoin('approvals', (join) =>
      join.onRef('approvals.subjectId', '=', 'projectInitiations.id').on('approvals.kind', '=', 'initiation'),
    )
    .select(['projectInitiations.id', 'version', 'signDate', 'fundSource', 'decisionChain'])
    .select(['competition', 'resources', 'risks', 'team', 'approvedAt', 'marginBasisPoints'])
    .select(['approvals.id as approvalId', 'round', 'submittedAt'])
    .select((row) => [
      row.cast<number | null>('amountFen', 'float8').as('amountFen'), // an exact integer below 2^53
      row.cast<number | null>('budgetFen', 'float8').as('budgetFen'),
      row.ref('approvals.state').$castTo<ApprovalState | null>().as('state'), // approvals_state_known
    ])
    .where('projectId', '=', projectId)
    .where('refusedAt', 'is', null)
    .executeTakeFirst()
}

async function routeFor(
  { db, actor, now }: Reading,
  project: InitiatedProject,
  content: { amountFen: number | null; marginBasisPoints: number | null },
) {
  const facts = project.factsWith(content)
  const way = await wayOf(db, { kind: 'initiation', divisionId: project.divisionId, facts }, actor.id, now)
  return presentRoute(way, await colleaguesOf(db, project.divisionId, shanghaiDate(now)))
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
