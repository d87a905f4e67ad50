import { type ApprovalState, passOn } from '@zhuowei/domain/approvals/approval.ts'
import type { ApprovalKind } from '@zhuowei/domain/approvals/definition.ts'
import { superiorOf } from '@zhuowei/domain/approvals/route.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Writing } from '../platform/http/implement.ts'
import { colleaguesOf } from './organisation.ts'
import { loadRound, saveRound } from './round.ts'
import { askedNow, record, tellChange } from './telling.ts'

/** What a leaver was asked to decide, and would have been asked, passes to his superior, or to the applicant's where that is the applicant. */
export async function passOnApprovals(work: Writing, leaver: { id: string; name: string }): Promise<number> {
  const { db, now } = work
  const open = await db
    .selectFrom('approvals')
    .innerJoin('people as applicant', 'applicant.id', 'approvals.applicantId')
    .select(['approvals.id', 'round', 'title', 'applicantId', 'applicant.name as applicantName'])
    .select('approvals.divisionId')
    .select((row) => [
      row.ref('approvals.kind').$castTo<ApprovalKind>().as('kind'), // approvals_kind_known
      row.ref('approvals.state').$castTo<ApprovalState>().as('state'), // approvals_state_known
    ])
    .where('approvals.state', '=', 'waiting')
    .where('approvals.id', 'in', (row) =>
      row
        .selectFrom('approvalSigners')
        .select('approvalId')
        .where('personId', '=', leaver.id)
        .where('approvalSigners.state', '=', 'waiting'),
    )
    .orderBy('approvals.id')
    .forUpdate('approvals')
    .execute()
  for (const approval of open) {
    const { divisionId, applicantId } = approval
    const people = await colleaguesOf(db, divisionId, shanghaiDate(now))
    const superior = superiorOf(leaver.id, { divisionId, applicantId, people })
    if (!superior) continue
    const before = await loadRound(db, approval)
    const after = passOn(before, leaver.id, superior.id)
    const askedBefore = await askedNow(db, before, now)
    await saveRound(db, approval, after, now)
    const body = `${leaver.name}离职，由${superior.name}审批`
    await record(work, approval, { kind: 'passed_on', body })
    await tellChange(db, approval, askedBefore, await askedNow(db, after, now), now)
  }
  return open.length
}
