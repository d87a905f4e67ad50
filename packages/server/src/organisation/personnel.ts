import type { Body } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { followPerson } from '../obligations/horizon.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { announceSessionChange } from '../platform/session/resolve.ts'
import { refuseAbsurdEntry, refuseTaken } from './onboard.ts'
import { lockPerson } from './writing.ts'

/** Name, account name, numbers and dates; the position has its own command. */
export async function updatePerson(
  writing: Writing,
  id: string,
  { version, ...input }: Body<typeof organisationApi.updatePerson>,
): Promise<void> {
  const { db, actor, now } = writing
  const person = await lockPerson(writing, id, { ...input, version })
  const today = shanghaiDate(now)
  if (input.entryDate !== person.entryDate) refuseAbsurdEntry(input.entryDate, today)
  await refuseTaken(db, input, id)
  await db
    .updateTable('people')
    .set({
      ...input,
      reportsFrom: reportsFromAfter(person, input.entryDate, today),
      version: version + 1,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('authUsers')
    .set({ name: input.name, username: input.username, updatedAt: now })
    .where('id', '=', id)
    .execute()
  const { name, username, employeeNo, phone, email, entryDate } = person
  if (input.entryDate !== entryDate) await followPerson(db, person, now)
  await recordEvent(db, actor, now, {
    verb: 'person.updated',
    subjectType: 'person',
    subjectId: id,
    divisionId: person.divisionId,
    summary: `修改${input.name}的资料`,
    before: { name, username, employeeNo, phone, email, entryDate },
    after: input,
  })
  await announceSessionChange(db, id)
}

/** An entry date that is moved back brings no reports of days that have passed. */
function reportsFromAfter(
  before: { entryDate: string; reportsFrom: string | null },
  entryDate: string,
  today: string,
): string | null {
  if (before.reportsFrom || entryDate >= before.entryDate) return before.reportsFrom
  return before.entryDate < today ? before.entryDate : today
}
