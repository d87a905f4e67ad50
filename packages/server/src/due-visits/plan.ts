import { addDays, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { customerFor } from '../customers/find.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'

const furthest = 90

/** 六.4.1) a visit stands in the plan until the next contact; null takes it out. The version stays: a plan is no change of the record. */
export async function planVisit(work: Writing, id: string, on: PlainDate | null): Promise<void> {
  const { db, actor, now } = work
  const customer = await customerFor(work, id, 'logVisit')
  const today = shanghaiDate(now)
  if (on && (on < today || on > addDays(today, furthest))) {
    throw invalid('on', `计划日期应在今天到 ${furthest} 天之内`)
  }
  if (customer.plannedVisitOn === on) return
  await db.updateTable('customers').set({ plannedVisitOn: on }).where('id', '=', id).execute()
  await recordEvent(db, actor, now, {
    verb: on ? 'customer.visit_planned' : 'customer.visit_unplanned',
    subjectType: 'customer',
    subjectId: id,
    divisionId: customer.divisionId,
    customerId: id,
    summary: on ? `计划 ${on} 拜访` : '取消了拜访计划',
  })
}
