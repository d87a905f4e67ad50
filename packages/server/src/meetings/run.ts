import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { attended, type Presence, presenceAtEnd } from '@zhuowei/domain/meetings/meeting.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import type { Writing } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import { mayConvene } from './access.ts'
import { buildAgenda, inviteAll } from './agenda.ts'
import { awayAt } from './away.ts'
import { changeMeeting, findMeetingFor } from './find-meeting.ts'
import { endOf, type MeetingRow } from './select-meetings.ts'
import { announce, recordMeetingEvent } from './telling.ts'

/** 开会: what is on the agenda now stays on it. */
export async function startMeeting(work: Writing, id: string, version: number): Promise<void> {
  const { db, now } = work
  const meeting = await findMeetingFor(work, id, {
    ...{ step: 'start', may: mayConvene, whyNot: '会议由部门经理或综合管理开始', version },
  })
  if (shanghaiDate(meeting.startsAt) > shanghaiDate(now))
    throw new Refusal('nothing_to_decide', { detail: '还没有到开会那天；要提前开，请先改期' })
  if (meeting.kind === 'regular') {
    await buildAgenda(db, meeting, now)
    await inviteAll(db, meeting)
  }
  await markPresent(work, meeting)
  await changeMeeting(work, id, {
    ...{ state: 'running', startedAt: now, agendaBuiltAt: meeting.agendaBuiltAt ?? now },
  })
  await recordMeetingEvent(work, meeting, { verb: 'meeting.started', summary: `${meeting.number} 开会` })
}

/** Who opens the meeting is there. */
async function markPresent({ db, actor, now }: Writing, { id }: Pick<MeetingRow, 'id'>): Promise<void> {
  await db
    .updateTable('meetingAttendees')
    .set({ state: 'present', signedAt: now, signedBy: actor.id })
    .where('meetingId', '=', id)
    .where('personId', '=', actor.id)
    .where('state', '=', 'invited')
    .execute()
}

/** 散会: who did not sign in was on leave or is missing; of a training everybody who came gets its length as hours. */
export async function endMeeting(work: Writing, id: string, version: number): Promise<void> {
  const meeting = await findMeetingFor(work, id, {
    ...{ step: 'end', may: mayConvene, whyNot: '会议由部门经理或综合管理结束', version },
  })
  await closeSheet(work, meeting, work.now)
  await changeMeeting(work, id, { state: 'ended', endedAt: work.now })
  await recordMeetingEvent(work, meeting, { verb: 'meeting.ended', summary: `${meeting.number} 散会` })
}

/** 继续开会, when 散会 was a mistake: who was missing only because it ended may sign in again. */
export async function resumeMeeting(work: Writing, id: string, version: number): Promise<void> {
  const { db, now } = work
  const meeting = await findMeetingFor(work, id, {
    ...{ step: 'resume', may: mayConvene, whyNot: '会议由部门经理或综合管理继续', version },
  })
  if (shanghaiDate(meeting.startedAt ?? meeting.startsAt) !== shanghaiDate(now))
    throw new Refusal('nothing_to_decide', { detail: '只能在开会当天继续；签到仍可更正' })
  await db
    .updateTable('meetingAttendees')
    .set({ state: 'invited', trainingMinutes: null })
    .where('meetingId', '=', id)
    .where('signedAt', 'is', null)
    .execute()
  await changeMeeting(work, id, { state: 'running', endedAt: null })
  await recordMeetingEvent(work, meeting, {
    ...{ verb: 'meeting.resumed', summary: `${meeting.number} 继续开会` },
  })
}

/** One that nobody ended is over with its day. */
export async function endForgotten(db: Database | Trx, now: Date): Promise<void> {
  const today = shanghaiDate(now)
  await inTransaction(db, async (trx) => {
    const running = await trx
      .selectFrom('meetings')
      .selectAll()
      .where('state', '=', 'running')
      .forUpdate()
      .skipLocked()
      .execute()
    for (const meeting of running.filter(
      ({ startsAt, startedAt }) => shanghaiDate(startedAt ?? startsAt) < today,
    )) {
      const endedAt = endOf(meeting)
      await closeSheet({ db: trx }, meeting, endedAt)
      await trx
        .updateTable('meetings')
        .set((row) => ({ state: 'ended', endedAt, updatedAt: now, version: row('version', '+', 1) }))
        .where('id', '=', meeting.id)
        .execute()
      await recordMeetingEvent({ db: trx, actor: null, now }, meeting, {
        verb: 'meeting.ended',
        summary: `${meeting.number} 当天结束，自动散会`,
      })
    }
  })
}

/** 四.2-第三 the hours as they really were. */
export async function setTraining(
  work: Writing,
  id: string,
  { version, people }: { version: number; people: readonly { personId: string; minutes: number }[] },
): Promise<void> {
  const meeting = await findMeetingFor(work, id, {
    ...{ step: 'setTraining', may: mayConvene, whyNot: '培训学时由部门经理或综合管理核定', version },
  })
  if (meeting.form !== 'training') throw new Refusal('nothing_to_decide', { detail: '这不是销售培训会议' })
  for (const { personId, minutes } of people)
    await work.db
      .updateTable('meetingAttendees')
      .set({ trainingMinutes: minutes })
      .where('meetingId', '=', id)
      .where('personId', '=', personId)
      .execute()
  await changeMeeting(work, id, {})
  await recordMeetingEvent(work, meeting, {
    ...{ verb: 'meeting.training_set', summary: `核定 ${meeting.number} 的培训学时` },
  })
}

interface Sheet extends Pick<MeetingRow, 'id' | 'divisionId' | 'startsAt' | 'startedAt'> {
  form: string | null
}

async function closeSheet({ db }: { db: Trx }, meeting: Sheet, endedAt: Date): Promise<void> {
  const isAway = await awayAt(db, meeting.divisionId, meeting.startsAt)
  const rows = await db
    .selectFrom('meetingAttendees')
    .select('personId')
    .select((row) => row.ref('state').$castTo<Presence>().as('state')) // meeting_attendees_state_known
    .where('meetingId', '=', meeting.id)
    .execute()
  const isTraining = meeting.form === 'training'
  const byResult = Map.groupBy(rows, ({ personId, state }) => presenceAtEnd(state, isAway(personId).away))
  for (const [state, people] of byResult)
    await db
      .updateTable('meetingAttendees')
      .set({ state, ...(isTraining && { trainingMinutes: trainingOf(meeting, endedAt, state) }) })
      .where('meetingId', '=', meeting.id)
      .where(
        'personId',
        'in',
        people.map(({ personId }) => personId),
      )
      .execute()
  await announce(db)
}

/** 四.2-第三 whoever came gets the length of the training. */
export function trainingOf(
  { startedAt, startsAt }: Pick<MeetingRow, 'startedAt' | 'startsAt'>,
  endedAt: Date,
  state: Presence,
): number {
  const minutes = Math.round((endedAt.getTime() - (startedAt ?? startsAt).getTime()) / 60_000)
  return attended(state) ? Math.max(0, minutes) : 0
}
