import type { Approval } from '@zhuowei/contract/approval-shapes.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { ApprovalState } from '@zhuowei/domain/approvals/approval.ts'
import type { ApprovalKind } from '@zhuowei/domain/approvals/definition.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import { visibleApprovals } from './access.ts'
import { delegationsOf } from './organisation.ts'

/** The cases that this person may see, with the step that is open. */
export function selectApprovals(db: Database | Trx, actor: Actor, now: Date) {
  return visibleApprovals(db, actor, now)
    .innerJoin('people as applicant', 'applicant.id', 'approvals.applicantId')
    .leftJoin('approvalSteps as open', (join) =>
      join.onRef('open.approvalId', '=', 'approvals.id').on('open.state', '=', 'open'),
    )
    .select(['approvals.id', 'subjectId', 'title', 'approvals.round', 'applicantId', 'submittedAt'])
    .select(['decidedAt', 'urgedAt', 'approvals.divisionId', 'applicant.name as applicantName'])
    .select(['open.id as openId', 'open.name as openName', 'open.openedAt'])
    .select((row) => [
      row.ref('approvals.kind').$castTo<ApprovalKind>().as('kind'), // approvals_kind_known
      row.ref('approvals.state').$castTo<ApprovalState>().as('state'), // approvals_state_known
    ])
}

export type ApprovalRow = Awaited<ReturnType<ReturnType<typeof selectApprovals>['execute']>>[number]

/** The rows as a list shows them: who is waited for, and for whom this person would decide. One query for all of them. */
export async function presentApprovals(
  { db, actor, now }: Reading,
  rows: readonly ApprovalRow[],
): Promise<OnServer<Approval>[]> {
  const waiting = await waitingIn(
    db,
    rows.flatMap(({ openId }) => openId ?? []),
  )
  const principals = await delegationsOf(
    db,
    waiting.map(({ personId }) => personId),
    shanghaiDate(now),
  )
  return rows.map((row) => {
    const asked = waiting.filter(({ stepId }) => stepId === row.openId)
    const isOwn = row.applicantId === actor.id
    const asSelf = asked.some(({ personId }) => personId === actor.id)
    const principal = asked.find(({ personId }) =>
      principals.some(({ fromId, toId }) => fromId === personId && toId === actor.id),
    )
    const asDeputy = !isOwn && !asSelf && principal
    const { id, kind, subjectId, title, state, round, submittedAt, decidedAt } = row
    return {
      ...{ id, kind, subjectId, title, state, round, submittedAt, decidedAt },
      applicant: { id: row.applicantId, name: row.applicantName },
      step: row.openName,
      openedAt: row.openedAt,
      waitingFor: asked.map(({ personId, name }) => ({ id: personId, name })),
      principal: asDeputy ? { id: principal.personId, name: principal.name } : null,
      can: {
        decide: !isOwn && (asSelf || principal !== undefined),
        recall: isOwn && state === 'waiting',
        urge: isOwn && state === 'waiting',
      },
    }
  })
}

async function waitingIn(db: Database | Trx, stepIds: readonly string[]) {
  if (stepIds.length === 0) return []
  return db
    .selectFrom('approvalSigners')
    .innerJoin('people', 'people.id', 'approvalSigners.personId')
    .select(['stepId', 'personId', 'people.name'])
    .where('stepId', 'in', [...stepIds])
    .where('state', '=', 'waiting')
    .orderBy('people.employeeNo')
    .execute()
}
