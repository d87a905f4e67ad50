import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { managersOf } from '../complaints/telling.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { recordEvent } from '../platform/events.ts'
import { tell } from './telling.ts'

/** 三.6 not answered within the working days: the manager is reminded once. The row is locked, so that of two servers one does it. */
export function remindOfOverdue(db: Database | Trx, now: Date): Promise<void> {
  return inTransaction(db, async (trx) => {
    const late = await trx
      .selectFrom('suggestions')
      .select(['id', 'divisionId', 'subject', 'replyDueAt'])
      .where('repliedAt', 'is', null)
      .where('overdueToldAt', 'is', null)
      .where('replyDueAt', '<=', now)
      .orderBy('replyDueAt')
      .orderBy('id')
      .limit(100)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id, divisionId, subject, replyDueAt } of late) {
      if (isMet(replyDueAt, now)) continue
      await trx.updateTable('suggestions').set({ overdueToldAt: now }).where('id', '=', id).execute()
      await recordEvent(trx, null, now, {
        verb: 'suggestion.overdue',
        subjectType: 'suggestion',
        subjectId: id,
        divisionId,
        summary: `建议逾期未答复：${subject}`,
      })
      const managers = await managersOf(trx, { divisionId, forGm: false })
      await tell({ db: trx, now }, managers, id, `建议逾期未答复：${subject}`)
    }
  })
}
