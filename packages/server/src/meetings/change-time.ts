import type { NewTime } from '@zhuowei/contract/meeting-shapes.ts'
import { dateTimeWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { mayConvene } from './access.ts'
import { attendeesOf } from './attendees.ts'
import { comingTime } from './convene.ts'
import { changeMeeting, findMeetingFor } from './find-meeting.ts'
import type { MeetingRow } from './select-meetings.ts'
import { recordMeetingEvent, tell } from './telling.ts'

const whyNot = '会议由部门经理改期和取消，综合管理可以代办'

/** 改期, of the weekly meeting too; the calendar then no longer moves it. */
export async function rescheduleMeeting(work: Writing, id: string, input: NewTime): Promise<void> {
  const meeting = await findMeetingFor(work, id, {
    ...{ step: 'change', may: mayConvene, whyNot, version: input.version },
  })
  const startsAt = comingTime(work, input.startsAt)
  if (startsAt.getTime() === meeting.startsAt.getTime() && input.place === meeting.place)
    throw invalid('startsAt', '时间和地点都没有改')
  await changeMeeting(work, id, {
    ...{ startsAt, place: input.place, movedByHand: true, changeReason: input.reason },
    movedFrom: meeting.startsAt,
  })
  const to = dateTimeWithWeekday(startsAt)
  await recordMeetingEvent(work, meeting, {
    ...{ verb: 'meeting.moved', summary: `${meeting.number} 改到 ${to}`, reason: input.reason },
  })
  await tellAll(work, meeting, `会议改到 ${to}：${meeting.title}`)
}

export async function cancelMeeting(
  work: Writing,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const meeting = await findMeetingFor(work, id, { ...{ step: 'change', may: mayConvene, whyNot, version } })
  await changeMeeting(work, id, { state: 'cancelled', movedByHand: true, changeReason: reason })
  await recordMeetingEvent(work, meeting, {
    ...{ verb: 'meeting.cancelled', summary: `取消 ${meeting.number}`, reason },
  })
  await tellAll(work, meeting, `会议取消：${meeting.title}，原定 ${dateTimeWithWeekday(meeting.startsAt)}`)
}

async function tellAll(work: Writing, meeting: MeetingRow, title: string): Promise<void> {
  const people = await attendeesOf(work, meeting)
  const personIds = people.map(({ person }) => person.id).filter((person) => person !== work.actor.id)
  const forGroup = meeting.kind === 'regular' ? true : undefined
  await tell(work, { personIds, meetingId: meeting.id, title, ...(forGroup && { forGroup }) })
}
