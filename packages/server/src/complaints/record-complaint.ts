import type { NewComplaint } from '@zhuowei/contract/complaints.ts'
import { monthOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { responseDue, solutionDue } from '@zhuowei/domain/complaints/clocks.ts'
import { complaintLevelLabel } from '@zhuowei/domain/complaints/complaint.ts'
import { visibleCustomers } from '../customers/scope.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { nextNumber } from '../platform/next-number.ts'
import { invalid } from '../platform/refusal.ts'
import { managersOf, recordOnTimeline, tell } from './telling.ts'

/**
 * 六.5.1) anybody records it; in the same step it is with the manager, or with 总经理 when it is about the manager (G20), and
 * nothing lets it pass them by.
 */
export async function recordComplaint(work: Writing, input: NewComplaint, id = newId()): Promise<string> {
  const { db, actor, now } = work
  const customer = await customerOf(work, input.customerId)
  const target = await targetOf(work, input)
  const divisionId = customer?.divisionId ?? target?.divisionId ?? actor.divisionId
  if (!divisionId) throw invalid('customerId', '请选择客户，投诉由它的事业部处理')
  if (target && target.divisionId !== divisionId)
    throw invalid('targetPersonId', '被投诉人不在这家客户的事业部')
  const date = shanghaiDate(now)
  const { calendar, parameters } = await loadRules(db, divisionId, date)
  const forGm = target?.role === 'dm' || !(await hasManager(db, divisionId))
  const number = await nextNumber(db, divisionId, `${seriesOf(forGm)}-${monthOf(date).replace('-', '')}`)
  const complaint = { id, number, divisionId, customerId: customer?.id ?? null, forGm, level: input.level }
  const { cause, about, complainant, content } = input
  await db
    .insertInto('complaints')
    .values({
      ...complaint,
      ...{ cause, about, complainant, content },
      targetPersonId: target?.id ?? null,
      targetDepartment: about === 'department' ? input.targetDepartment : null,
      state: 'notified',
      responseDueAt: responseDue(input.level, now, calendar, parameters),
      solutionDueAt: solutionDue(input.level, now, calendar, parameters),
      createdAt: now,
      createdBy: actor.id,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .execute()
  const level = complaintLevelLabel[input.level]
  await recordOnTimeline(work, complaint, 'recorded', `登记投诉 ${number}，${level}`)
  const whose = customer ? `：${customer.name}` : ''
  await tell(work, await managersOf(db, complaint), id, `${level}投诉 ${number} 待派单${whose}`)
  return id
}

/** A series of its own for what is with 总经理: a gap in the ordinary one would tell the manager of it (G20). */
const seriesOf = (forGm: boolean) => (forGm ? 'TSZ' : 'TS')

async function customerOf({ db, actor }: Writing, id: string | null) {
  if (!id) return null
  const customer = await db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where('customers.id', '=', id)
    .select(['customers.id', 'customers.name', 'customers.divisionId'])
    .executeTakeFirst()
  if (!customer) throw invalid('customerId', '没有找到这家客户，或不在您的范围内')
  return customer
}

async function targetOf({ db, actor }: Writing, { about, targetPersonId }: NewComplaint) {
  if (about !== 'person' || !targetPersonId) return null
  const target = await db
    .selectFrom('people')
    .where('id', '=', targetPersonId)
    .where('divisionId', 'is not', null)
    .$if(actor.role !== 'gm', (query) => query.where('divisionId', '=', actor.divisionId))
    .select(['id', 'divisionId', 'role'])
    .executeTakeFirst()
  if (!target) throw invalid('targetPersonId', '没有找到这位同事')
  return target
}

async function hasManager(db: Trx, divisionId: string): Promise<boolean> {
  return (await managersOf(db, { divisionId, forGm: false })).length > 0
}
