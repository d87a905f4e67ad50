import { type Grade, gradeAfterFirstDeal } from '@zhuowei/domain/customers/grade.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import { customerFor, refuseStale } from './find.ts'
import { writeGrades } from './grade.ts'
import { getCustomer } from './queries.ts'

interface FirstDeal {
  reason: string
  confirmGradeB: boolean
  version: number
}

/** 六.1.1)①: the customer has traded (以前有过交易). A C customer becomes B, which the person confirms (六.1.1)②). */
export async function markTraded(work: Writing, id: string, deal: FirstDeal): Promise<void> {
  const row = await customerFor(work, id, 'markTraded')
  await refuseStale(row, deal, () => getCustomer(work, id))
  if (row.tradeStatus === 'traded') return
  const grade = gradeAfterFirstDeal(row.grade as Grade) // check constraint customers_grade_known
  if (grade !== row.grade && !deal.confirmGradeB) {
    const message = `交易客户只分 A、B 级，确认后客户等级由 ${row.grade} 级改为 ${grade} 级。`
    throw new Refusal('invalid_input', {
      detail: message,
      errors: [{ path: 'confirmGradeB', message }],
      facts: { clause: '六.1.1)②', from: row.grade, to: grade },
    })
  }
  if (grade !== row.grade)
    await writeGrades(work, [row], { to: grade, reason: `首次交易：${deal.reason}`, resources: null })
  await writeTrade(work, row.id, 'traded')
  await recordEvent(work.db, work.actor, work.now, {
    verb: 'customer.traded',
    subjectType: 'customer',
    subjectId: id,
    divisionId: row.divisionId,
    customerId: id,
    summary: '标为交易客户',
    before: { tradeStatus: 'untraded' },
    after: { tradeStatus: 'traded' },
    reason: deal.reason,
  })
}

/** §4C: a void contract leaves the customer 交易客户 until the manager reverts it; the grade stays as it is. */
export async function revertTrade(
  work: Writing,
  id: string,
  revert: { reason: string; version: number },
): Promise<void> {
  const row = await customerFor(work, id, 'revertTrade')
  await refuseStale(row, revert, () => getCustomer(work, id))
  if (row.tradeStatus === 'untraded') return
  await writeTrade(work, row.id, 'untraded')
  await recordEvent(work.db, work.actor, work.now, {
    verb: 'customer.trade_reverted',
    subjectType: 'customer',
    subjectId: id,
    divisionId: row.divisionId,
    customerId: id,
    summary: '改回无交易客户',
    before: { tradeStatus: 'traded' },
    after: { tradeStatus: 'untraded' },
    reason: revert.reason,
  })
}

async function writeTrade({ db, actor, now }: Writing, id: string, to: 'traded' | 'untraded'): Promise<void> {
  await db
    .updateTable('customers')
    .set((row) => ({ tradeStatus: to, version: row('version', '+', 1), updatedAt: now, updatedBy: actor.id }))
    .where('id', '=', id)
    .execute()
}
