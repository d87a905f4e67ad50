import type { AbsenceRequest } from '@zhuowei/contract/attendance.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { checkPeriod, type Employed, lockPerson, refuseOverlap } from './absence-rules.ts'

interface Approval {
  lateApproved: boolean
  approvedBy: string
  approvedAt: Date
}

/** Writes a leave or trip that keeps to the rules; without an approval it waits for one. */
export async function insertAbsence(
  { db, actor, now }: Writing,
  input: AbsenceRequest,
  person: Employed & { id: string; divisionId: string },
  approval: Approval | null,
): Promise<string> {
  const today = shanghaiDate(now)
  checkPeriod(input, person, today)
  await lockPerson(db, person.id)
  await refuseOverlap(db, { ...input, personId: person.id })
  const id = newId()
  const { kind, leaveType, place, from, to, portion, reason } = input
  await db
    .insertInto('absences')
    .values({
      id,
      divisionId: person.divisionId,
      personId: person.id,
      kind,
      leaveType: kind === 'leave' ? leaveType : null,
      place: kind === 'trip' ? place : null,
      fromDate: from,
      toDate: to,
      portion,
      reason,
      registeredOn: today,
      ...approval,
      createdAt: now,
      createdBy: actor.id,
    })
    .execute()
  return id
}
