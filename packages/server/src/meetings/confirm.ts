import type { Writing } from '../platform/http/implement.ts'
import { forbidden, notFound, Refusal } from '../platform/refusal.ts'
import { owesClauses } from './get-meeting.ts'
import { selectMeetings } from './select-meetings.ts'
import { recordMeetingEvent, settleOwn } from './telling.ts'

/** 四.2-第一 the acknowledgement round: each of the invited says for himself that he knows the clauses. Twice is once. */
export async function confirmClauses(work: Writing, id: string): Promise<void> {
  const { meeting, own } = await findOwn(work, id)
  if (!owesClauses(meeting))
    throw new Refusal('nothing_to_decide', { detail: '会议开始以后确认所贯彻的条款' })
  if (own.clausesConfirmedAt) return
  await mark(work, id, { clausesConfirmedAt: work.now })
  await recordMeetingEvent(work, meeting, {
    verb: 'meeting.clauses_confirmed',
    summary: `${work.actor.name}确认 ${meeting.number} 所贯彻的条款`,
  })
  await settleOwn(work, id)
}

/** Who was missing says that he has read the minutes. */
export async function confirmMinutes(work: Writing, id: string): Promise<void> {
  const { meeting, own } = await findOwn(work, id)
  if (meeting.state !== 'published' || !own.minutesDueAt)
    throw new Refusal('nothing_to_decide', { detail: '没有要您确认的纪要' })
  if (own.minutesConfirmedAt) return
  await mark(work, id, { minutesConfirmedAt: work.now })
  await recordMeetingEvent(work, meeting, {
    verb: 'meeting.minutes_confirmed',
    summary: `${work.actor.name}确认 ${meeting.number} 的纪要`,
  })
  await settleOwn(work, id)
}

async function findOwn({ db, actor }: Writing, id: string) {
  const meeting = await selectMeetings(db, actor).where('meetings.id', '=', id).executeTakeFirst()
  if (!meeting) throw notFound()
  const own = await db
    .selectFrom('meetingAttendees')
    .selectAll()
    .where('meetingId', '=', id)
    .where('personId', '=', actor.id)
    .forUpdate()
    .executeTakeFirst()
  if (!own) throw forbidden('您不在这次会议的名单里')
  return { meeting, own }
}

async function mark(
  { db, actor }: Writing,
  meetingId: string,
  to: { clausesConfirmedAt: Date } | { minutesConfirmedAt: Date },
): Promise<void> {
  await db
    .updateTable('meetingAttendees')
    .set(to)
    .where('meetingId', '=', meetingId)
    .where('personId', '=', actor.id)
    .execute()
}
