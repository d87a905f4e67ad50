import type { ApprovalState } from '@zhuowei/domain/approvals/approval.ts'
import { reminderDue } from '@zhuowei/domain/approvals/clock.ts'
import { type ApprovalKind, approvalKindLabel } from '@zhuowei/domain/approvals/definition.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { notify } from '../notifications/notify.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { loadRound } from './round.ts'
import { askedNow, linkTo } from './telling.ts'

/** Who has not decided after some working days is reminded once; the step is locked, so that of two servers one does it. */
export function remindApprovers(db: Database | Trx, now: Date): Promise<void> {
  return inTransaction(db, async (trx) => {
    const open = await trx
      .selectFrom('approvalSteps')
      .innerJoin('approvals', 'approvals.id', 'approvalSteps.approvalId')
      .select(['approvalSteps.id as stepId', 'openedAt', 'approvals.id', 'title', 'divisionId'])
      .select(['applicantId', 'approvals.round'])
      .select((row) => [
        row.ref('approvals.kind').$castTo<ApprovalKind>().as('kind'), // approvals_kind_known
        row.ref('approvals.state').$castTo<ApprovalState>().as('state'), // approvals_state_known
      ])
      .where('approvalSteps.state', '=', 'open')
      .where('remindedAt', 'is', null)
      .where('openedAt', '<', new Date(now.getTime() - 24 * 3_600_000)) // the shortest is one working day
      .orderBy('openedAt')
      .limit(200)
      .forUpdate('approvalSteps')
      .skipLocked()
      .execute()
    for (const step of open) {
      const { calendar, parameters } = await loadRules(trx, step.divisionId, shanghaiDate(now))
      if (now < reminderDue(step.openedAt ?? now, calendar, parameters)) continue
      await trx.updateTable('approvalSteps').set({ remindedAt: now }).where('id', '=', step.stepId).execute()
      const personIds = await askedNow(trx, await loadRound(trx, step), now)
      const days = parameters['approval.remindAfterWorkingDays']
      const title = `${approvalKindLabel[step.kind]}已等您审批 ${days} 个工作日：${step.title}`
      await notify(trx, { personIds, kind: 'approval', title, link: linkTo(step.id) }, now)
    }
  })
}
