import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { MeetingAttendee } from '@zhuowei/contract/meeting-shapes.ts'
import type { Presence } from '@zhuowei/domain/meetings/meeting.ts'
import type { Reading } from '../platform/http/implement.ts'
import { awayAt } from './away.ts'
import { staffAt } from './people.ts'
import { type MeetingRow, named } from './select-meetings.ts'

/** The sign-in sheet. Before the agenda of a weekly meeting is made it is everybody of the division. */
export async function attendeesOf(
  { db }: Pick<Reading, 'db'>,
  meeting: Pick<MeetingRow, 'id' | 'kind' | 'divisionId' | 'startsAt'>,
): Promise<OnServer<MeetingAttendee>[]> {
  const isAway = await awayAt(db, meeting.divisionId, meeting.startsAt)
  const rows = await db
    .selectFrom('meetingAttendees')
    .innerJoin('people', 'people.id', 'meetingAttendees.personId')
    .leftJoin('people as signer', 'signer.id', 'meetingAttendees.signedBy')
    .select(['people.id', 'people.name', 'signedAt', 'signedBy', 'signer.name as signerName'])
    .select(['clausesConfirmedAt', 'minutesDueAt', 'minutesConfirmedAt', 'trainingMinutes'])
    .select((row) => row.ref('meetingAttendees.state').$castTo<Presence>().as('state')) // meeting_attendees_state_known
    .where('meetingId', '=', meeting.id)
    .orderBy((row) => row.case().when('people.role', '=', 'dm').then(0).else(1).end())
    .orderBy('people.employeeNo')
    .execute()
  if (rows.length === 0 && meeting.kind === 'regular') {
    const staff = await staffAt(db, meeting.divisionId, meeting.startsAt)
    return staff.map(({ id, name }) => ({ ...blank, person: { id, name }, ...isAway(id) }))
  }
  return rows.map(({ id, name, signedBy, signerName, ...row }) => ({
    ...row,
    ...isAway(id),
    person: { id, name },
    signedBy: named(signedBy, signerName),
  }))
}

const blank = {
  state: 'invited',
  signedAt: null,
  signedBy: null,
  clausesConfirmedAt: null,
  minutesDueAt: null,
  minutesConfirmedAt: null,
  trainingMinutes: null,
} as const
