import type { NewProject } from '@zhuowei/contract/projects.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { may } from '../customers/access.ts'
import { visibleCustomers } from '../customers/scope.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { nextNumber } from '../platform/next-number.ts'
import { invalid } from '../platform/refusal.ts'

/** 七.2.1) 报备: from here on the project is its owner's, with the number that it keeps (§4D). */
export async function createProject(work: Writing, input: NewProject): Promise<string> {
  const { db, actor, now } = work
  const customer = await customerFor(work, input.customerId)
  const { divisionId, regionId, ownerId, code } = customer
  const today = shanghaiDate(now)
  const id = newId()
  const number = await nextNumber(db, divisionId, `XM-${today.slice(0, 4)}-${code}`)
  const { name, amountFen, expectedSignOn, need } = input
  await db
    .insertInto('projects')
    .values({
      ...{ id, divisionId, number, name, amountFen, expectedSignOn, need, regionId },
      customerId: customer.id,
      ownerId: actor.role === 'pm' || actor.role === 'spm' ? actor.id : (ownerId ?? actor.id),
      ...{ stage: 'information', status: 'open', step: 1, stageSince: now, lastActivityOn: today },
      ...{ createdAt: now, createdBy: actor.id, updatedAt: now, updatedBy: actor.id },
    })
    .execute()
  await db
    .insertInto('stageTransitions')
    .values({
      ...{ id: newId(), projectId: id, step: 1, kind: 'registered', stage: 'information', status: 'open' },
      ...{ evidence: JSON.stringify({ missing: [] }), at: now, byId: actor.id },
    })
    .execute()
  await recordEvent(db, actor, now, {
    ...{ verb: 'project.registered', subjectType: 'project', subjectId: id, divisionId },
    summary: `报备项目 ${number}`,
  })
  return id
}

async function customerFor({ db, actor }: Writing, customerId: string) {
  const customer = await db
    .selectFrom('customers')
    .innerJoin('regions', 'regions.id', 'customers.regionId')
    .where(visibleCustomers(actor))
    .where('customers.id', '=', customerId)
    .select([
      'customers.id',
      'customers.divisionId',
      'customers.regionId',
      'customers.ownerId',
      'regions.code',
    ])
    .executeTakeFirst()
  if (!customer) throw invalid('customerId', '没有找到这家客户，或不在您的范围内')
  if (!may.edit(actor, customer)) throw invalid('customerId', '这家客户由同事负责，请由他报备')
  return customer
}
