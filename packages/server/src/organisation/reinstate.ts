import type { Body } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { moveCustomers } from '../customers/move-owner.ts'
import { followPerson } from '../obligations/horizon.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { announceSessionChange } from '../platform/session/resolve.ts'
import { departed } from './depart.ts'
import { refuseAbsurdEntry } from './onboard.ts'
import { lockPerson } from './writing.ts'

/** Undoes a departure, or takes a person back after an absence. Regions stay with their new owners. */
export async function reinstate(
  writing: Writing,
  id: string,
  input: Body<typeof organisationApi.reinstate>,
): Promise<number> {
  const { db, actor, now } = writing
  const person = await lockPerson(writing, id, input)
  if (person.leavingDate === null) throw invalid('version', `${person.name}没有办理离职`)
  const entryDate = input.entryDate ?? person.entryDate
  const returns = input.entryDate !== null
  if (returns && entryDate <= person.leavingDate) throw invalid('entryDate', '重新入职的日期应晚于上次离职')
  const today = shanghaiDate(now)
  if (returns) refuseAbsurdEntry(entryDate, today)
  // The account was shut in between: nothing could be written.
  const wasShut = person.leavingDate < today
  await db
    .updateTable('people')
    .set({
      leavingDate: null,
      entryDate,
      reportsFrom: wasShut ? today : person.reportsFrom,
      version: person.version + 1,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .where('id', '=', id)
    .execute()
  await followPerson(db, person, now)
  // Until somebody is here, the customers stay with whoever looks after them.
  const customers = input.returnCustomers && entryDate <= today ? await takeBackCustomers(writing, id) : 0
  await recordEvent(db, actor, now, {
    verb: 'person.reinstated',
    subjectType: 'person',
    subjectId: id,
    divisionId: person.divisionId,
    summary: `${person.name}${returns ? `重新入职，${entryDate} 起` : '的离职已撤销'}，收回客户 ${customers} 个`,
    before: { entryDate: person.entryDate, leavingDate: person.leavingDate },
    after: { entryDate, customers },
  })
  await announceSessionChange(db, id)
  return customers
}

/** What the last departure gave away and its receiver still has. */
async function takeBackCustomers(writing: Writing, id: string): Promise<number> {
  const { db } = writing
  const departure = await db
    .selectFrom('events')
    .select('at')
    .where('subjectType', '=', 'person')
    .where('subjectId', '=', id)
    .where('verb', '=', departed)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!departure) return 0
  const given = await db
    .selectFrom('customers')
    .innerJoin('ownershipTransfers as transfer', 'transfer.customerId', 'customers.id')
    .select(['customers.id', 'ownerId'])
    .where('transfer.fromOwnerId', '=', id)
    .where('transfer.transferredAt', '=', departure.at)
    .whereRef('customers.ownerId', 'is not distinct from', 'transfer.toOwnerId')
    .orderBy('customers.id')
    .forUpdate('customers')
    .execute()
  for (const [holder, customers] of Map.groupBy(given, ({ ownerId }) => ownerId)) {
    const ids = customers.map((customer) => customer.id)
    await moveCustomers(writing, ids, { from: holder, to: id, reason: '离职撤销或重新入职' })
  }
  return given.length
}
