import { type MeetingStep, mayTake, meetingStateLabel } from '@zhuowei/domain/meetings/meeting.ts'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Writing } from '../platform/http/implement.ts'
import { forbidden, notFound, Refusal } from '../platform/refusal.ts'
import { type MeetingFacts, visibleMeetings } from './access.ts'
import { getMeeting } from './get-meeting.ts'
import { selectMeetings } from './select-meetings.ts'

interface Wanted {
  step: MeetingStep
  may: (actor: Actor, meeting: MeetingFacts) => boolean
  whyNot: string
  /** As the person saw it; absent for what several people do at once. */
  version?: number
}

/** Found (404), allowed (403), as it was seen and in a state that allows the step (409); locked until the end of the command. */
export async function findMeetingFor(work: Writing, id: string, wanted: Wanted) {
  const { db, actor } = work
  const { step, may, whyNot, version } = wanted
  const locked = await visibleMeetings(db, actor)
    .select('meetings.id')
    .where('meetings.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!locked) throw notFound()
  const meeting = await selectMeetings(db, actor).where('meetings.id', '=', id).executeTakeFirstOrThrow()
  if (!may(actor, meeting)) throw forbidden(whyNot)
  if (version !== undefined && meeting.version !== version)
    throw new Refusal('version_conflict', {
      facts: { current: await getMeeting(work, id), yours: { version } },
    })
  if (!mayTake(step, meeting.state))
    throw new Refusal('nothing_to_decide', { detail: `这次会议现在是“${meetingStateLabel[meeting.state]}”` })
  return meeting
}

interface Change {
  state?: string
  startsAt?: Date
  place?: string | null
  convenedBy?: string
  movedByHand?: boolean
  movedFrom?: Date
  changeReason?: string | null
  agendaBuiltAt?: Date | null
  startedAt?: Date
  endedAt?: Date | null
  publishedAt?: Date | null
  publishedBy?: string | null
}

export async function changeMeeting({ db, actor, now }: Writing, id: string, to: Change): Promise<void> {
  await db
    .updateTable('meetings')
    .set({ ...to, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
}
