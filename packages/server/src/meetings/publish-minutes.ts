import { endOfDay, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { addWorkingDays } from '@zhuowei/domain/calendar/working-days.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Writing } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import { mayWriteMinutes } from './access.ts'
import { changeMeeting, findMeetingFor } from './find-meeting.ts'
import { recordMeetingEvent, settleOwn, tell } from './telling.ts'

const whyNot = '纪要由部门经理和综合管理发布'

/** 发布纪要: who was missing confirms that he has read them; everybody learns that there are some, nobody from the message what they say. */
export async function publishMinutes(work: Writing, id: string, version: number): Promise<void> {
  const { db, actor, now } = work
  const meeting = await findMeetingFor(work, id, {
    ...{ step: 'publish', may: mayWriteMinutes, whyNot, version },
  })
  const open = await db
    .selectFrom('minutesLines')
    .select('id')
    .where('meetingId', '=', id)
    .where('removedAt', 'is', null)
    .where('conflictOf', 'is not', null)
    .executeTakeFirst()
  if (open)
    throw new Refusal('nothing_to_decide', { detail: '还有同时写下的两行没有看过，请先留下一行或都要' })
  const date = shanghaiDate(now)
  const { calendar, parameters } = await loadRules(db, meeting.divisionId, date)
  const dueAt = endOfDay(addWorkingDays(calendar, date, parameters['meeting.confirmWD']))
  await db
    .updateTable('meetingAttendees')
    .set({ minutesDueAt: dueAt, minutesConfirmedAt: null })
    .where('meetingId', '=', id)
    .where('state', 'in', ['leave', 'absent', 'invited'])
    .where('personId', '<>', actor.id)
    .execute()
  await changeMeeting(work, id, { state: 'published', publishedAt: now, publishedBy: actor.id })
  await recordMeetingEvent(work, meeting, {
    verb: 'meeting.minutes_published',
    summary: `发布 ${meeting.number} 的纪要`,
  })
  await settleOwn(work, id)
  const people = await db
    .selectFrom('meetingAttendees')
    .select(['personId', 'minutesDueAt'])
    .where('meetingId', '=', id)
    .where('personId', '<>', actor.id)
    .execute()
  const owing = people.filter(({ minutesDueAt }) => minutesDueAt).map(({ personId }) => personId)
  const others = people.filter(({ minutesDueAt }) => !minutesDueAt).map(({ personId }) => personId)
  await tell(work, {
    personIds: owing,
    meetingId: id,
    title: `您没有到会，请看纪要并确认：${meeting.number}`,
  })
  await tell(work, { personIds: others, meetingId: id, title: `会议纪要已发布：${meeting.number}` })
}

/** 收回 to correct; what was confirmed before counts no longer once they are published again. */
export async function reopenMinutes(
  work: Writing,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const meeting = await findMeetingFor(work, id, {
    ...{ step: 'reopen', may: mayWriteMinutes, whyNot, version },
  })
  await work.db
    .updateTable('meetingAttendees')
    .set({ minutesDueAt: null, minutesConfirmedAt: null })
    .where('meetingId', '=', id)
    .execute()
  await changeMeeting(work, id, { state: 'ended', publishedAt: null, publishedBy: null })
  await recordMeetingEvent(work, meeting, {
    ...{ verb: 'meeting.minutes_reopened', summary: `收回 ${meeting.number} 的纪要`, reason },
  })
}
