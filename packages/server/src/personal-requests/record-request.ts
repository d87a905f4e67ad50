import type { Body } from '@zhuowei/contract/kernel.ts'
import type { personalRequestsApi } from '@zhuowei/contract/personal-requests.ts'
import { addDays, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { requestDue } from '@zhuowei/domain/profiles/keeping.ts'
import { personalRequestKindLabel } from '@zhuowei/domain/profiles/request.ts'
import { contactFor } from '../customers/contacts.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { nextNumber } from '../platform/next-number.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { managersOf, recordStep, tell } from './telling.ts'

type NewRequest = Body<typeof personalRequestsApi.record>

/** A letter takes no longer. */
const daysBack = 60

/** 个人信息保护法 50: whoever hears it records it, the manager has it at once, and its clock runs from the day it came in. */
export async function recordRequest(work: Writing, contactId: string, input: NewRequest, id = newId()) {
  const { db, actor, now } = work
  const { customer } = await contactFor(work, contactId, 'edit')
  const today = shanghaiDate(now)
  const { kind, receivedOn, evidence } = input
  if (receivedOn > today || receivedOn < addDays(today, -daysBack))
    throw invalid('receivedOn', `收到日期应在最近 ${daysBack} 天之内`)
  const { divisionId } = customer
  await refuseAgain(work, contactId, kind)
  const { calendar, parameters } = await loadRules(db, divisionId, today)
  const dueOn = requestDue(receivedOn, calendar, parameters)
  const number = await nextNumber(db, divisionId, `GR-${today.slice(0, 4)}`)
  const stamps = { createdAt: now, createdBy: actor.id, updatedAt: now, updatedBy: actor.id }
  await db
    .insertInto('personalRequests')
    .values({
      ...{ id, divisionId, number, kind, state: 'open', customerId: customer.id, contactId },
      ...{ evidence, receivedOn, dueOn, ...stamps },
    })
    .execute()
  const what = `个人信息请求 ${number}（${personalRequestKindLabel[kind]}）`
  await recordStep(work, { id, divisionId }, 'recorded', `登记${what}`)
  await tell(work, await managersOf(db, divisionId), id, `${what}，${dueOn} 前办结`)
  return { id, number, dueOn }
}

async function refuseAgain({ db }: Writing, contactId: string, kind: string): Promise<void> {
  const open = await db
    .selectFrom('personalRequests')
    .select('number')
    .where('contactId', '=', contactId)
    .where('kind', '=', kind)
    .where('state', 'in', ['open', 'approved'])
    .executeTakeFirst()
  if (open) throw new Refusal('duplicate_record', { detail: `这位联系人的同样要求正在办理：${open.number}` })
}
