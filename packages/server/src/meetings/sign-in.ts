import {
  attended,
  type Presence,
  presenceAtEnd,
  presenceLabel,
  presenceOnSignIn,
} from '@zhuowei/domain/meetings/meeting.ts'
import { signInOpens } from '@zhuowei/domain/meetings/series.ts'
import type { Writing } from '../platform/http/implement.ts'
import { forbidden, invalid, Refusal } from '../platform/refusal.ts'
import { mayBringTopic, mayConvene } from './access.ts'
import { attendeesOf } from './attendees.ts'
import { findMeetingFor } from './find-meeting.ts'
import { trainingOf } from './run.ts'
import { endOf } from './select-meetings.ts'
import { recordMeetingEvent, settleOwn } from './telling.ts'

interface SignIn {
  personId?: string | undefined
  state?: Presence | undefined
}

/**
 * 签到 on one's own phone, or ticked by the manager or 综合管理, who may also take it back. After 散会 they put right who was there, until the
 * minutes are out.
 */
export async function signIn(work: Writing, id: string, input: SignIn): Promise<void> {
  const { db, actor, now } = work
  const { personId = actor.id } = input
  const meeting = await findMeetingFor(work, id, {
    ...{ step: 'signIn', may: mayBringTopic, whyNot: '由参加会议的人签到' },
  })
  const attendees = await attendeesOf(work, meeting)
  const own = attendees.find(({ person }) => person.id === personId)
  const ticks = mayConvene(actor, meeting)
  if (personId !== actor.id && !ticks) throw forbidden('替别人签到由部门经理和综合管理勾选')
  if (!own)
    throw personId === actor.id
      ? forbidden('您不在这次会议的名单里')
      : invalid('personId', '不在这次会议的名单里')
  if (meeting.state === 'planned' && now < signInOpens(meeting.startsAt))
    throw new Refusal('nothing_to_decide', { detail: '开会前半小时起签到' })
  const corrects = meeting.state === 'ended'
  if (corrects && !ticks)
    throw new Refusal('nothing_to_decide', { detail: '已经散会，漏签由部门经理或综合管理更正' })
  const wanted = ticks && input.state ? input.state : presenceOnSignIn(own.away)
  const state = corrects ? presenceAtEnd(wanted, own.away) : wanted
  const signs = corrects ? attended(state) : state !== 'invited'
  const values = {
    state,
    ...(signs ? { signedAt: now, signedBy: actor.id } : { signedAt: null, signedBy: null }),
    ...(corrects &&
      meeting.form === 'training' && { trainingMinutes: trainingOf(meeting, endOf(meeting), state) }),
  }
  await db
    .insertInto('meetingAttendees')
    .values({ meetingId: id, personId, ...values })
    .onConflict((known) => known.columns(['meetingId', 'personId']).doUpdateSet(values))
    .execute()
  const { name } = own.person
  await recordMeetingEvent(work, meeting, {
    ...(corrects
      ? {
          verb: 'meeting.sheet_corrected',
          summary: `更正 ${meeting.number} 的签到：${name}由${presenceLabel[own.state]}改为${presenceLabel[state]}`,
        }
      : {
          verb: 'meeting.signed_in',
          summary: `${name}${state === 'invited' ? '撤销签到' : '签到'} ${meeting.number}`,
        }),
  })
  await settleOwn(work, id)
}
