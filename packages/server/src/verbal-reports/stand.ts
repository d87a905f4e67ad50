import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { managersOf } from '../complaints/telling.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { recordEvent } from '../platform/events.ts'
import { settleAsked, tell } from './telling.ts'

/** 超时存证: nobody answered in time, so the time stamp stands. The row is locked, so that of two servers one does it. */
export function letUnansweredStand(db: Database | Trx, now: Date): Promise<void> {
  return inTransaction(db, async (trx) => {
    const unanswered = await trx
      .selectFrom('verbalReports')
      .selectAll()
      .where('state', '=', 'logged')
      .where('answerDueAt', '<=', now)
      .orderBy('answerDueAt')
      .orderBy('id')
      .limit(100)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const report of unanswered) {
      if (isMet(report.answerDueAt, now)) continue
      const { id, divisionId, personId, forGm, topic } = report
      await trx
        .updateTable('verbalReports')
        .set({ state: 'stands', answeredAt: now })
        .where('id', '=', id)
        .execute()
      await recordEvent(trx, null, now, {
        verb: 'verbal_report.stands',
        subjectType: 'verbal_report',
        subjectId: id,
        divisionId,
        summary: '口头汇报没有按时确认，时间记录成立',
        before: { state: 'logged' },
        after: { state: 'stands' },
      })
      const superiors = await managersOf(trx, { divisionId, forGm })
      await settleAsked({ db: trx, now }, superiors, id)
      await tell({ db: trx, now }, [personId, ...superiors], id, `口头汇报超时存证：${topic}`)
    }
  })
}
