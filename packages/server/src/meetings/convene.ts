import type { MeetingProposal, NewMeeting, ProposalDecision } from '@zhuowei/contract/meeting-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dateTimeWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { occasionalMeetingForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { visibleCustomers } from '../customers/scope.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { nextNumber } from '../platform/next-number.ts'
import { forbidden, invalid, notFound } from '../platform/refusal.ts'
import { mayBringTopic, mayConvene, mayDecideProposal } from './access.ts'
import { changeMeeting, findMeetingFor } from './find-meeting.ts'
import { managerOf, staffAt } from './people.ts'
import { recordMeetingEvent, tell } from './telling.ts'

/** 四.2 the manager convenes an occasional meeting; 综合管理 does it on his behalf and is recorded as the one who wrote it down. */
export async function conveneMeeting(work: Writing, input: NewMeeting, id = newId()): Promise<string> {
  const { db, actor } = work
  const divisionId = ownDivision(work)
  if (!mayConvene(actor, { divisionId })) throw forbidden('临时会议由部门经理召集，综合管理可以代为召集')
  const manager = await managerOf(db, divisionId)
  if (!manager) throw invalid('attendeeIds', '本事业部现在没有部门经理，不能代为召集')
  const startsAt = comingTime(work, input.startsAt)
  const staff = await staffAt(db, divisionId, startsAt)
  const strangers = input.attendeeIds.filter((one) => !staff.some((person) => person.id === one))
  if (strangers.length > 0) throw invalid('attendeeIds', '参加的人里有不在本事业部在职的')
  const meeting = await insertMeeting(work, { ...input, id, divisionId, startsAt }, 'planned', manager.id)
  await invite(work, meeting, input.attendeeIds)
  const onBehalf = actor.id === manager.id ? null : manager
  await recordMeetingEvent(work, meeting, {
    verb: 'meeting.convened',
    summary: `召集${occasionalMeetingForms[input.form]} ${meeting.number}${onBehalf ? `（代${onBehalf.name}）` : ''}`,
    onBehalfOf: onBehalf?.id ?? null,
  })
  return id
}

/** 四.2: others may propose; the manager says whether it is held. */
export async function proposeMeeting(work: Writing, input: MeetingProposal, id = newId()): Promise<string> {
  const { db, actor } = work
  const divisionId = ownDivision(work)
  if (!mayBringTopic(actor, { divisionId })) throw forbidden('会议由事业部的人提议')
  const startsAt = comingTime(work, input.startsAt)
  const meeting = await insertMeeting(work, { ...input, id, divisionId, startsAt }, 'proposed', null)
  const manager = await managerOf(db, divisionId)
  await recordMeetingEvent(work, meeting, {
    verb: 'meeting.proposed',
    summary: `提议${occasionalMeetingForms[input.form]} ${meeting.number}`,
  })
  if (manager && manager.id !== actor.id)
    await tell(work, {
      personIds: [manager.id],
      meetingId: id,
      title: `${actor.name}提议开${occasionalMeetingForms[input.form]}：${dateTimeWithWeekday(startsAt)}`,
    })
  return id
}

export async function decideProposal(work: Writing, id: string, input: ProposalDecision): Promise<void> {
  const { db, actor } = work
  const meeting = await findMeetingFor(work, id, {
    ...{ step: 'decide', may: mayDecideProposal, version: input.version },
    whyNot: '提议的会议由部门经理决定',
  })
  const proposer = meeting.createdBy && meeting.createdBy !== actor.id ? [meeting.createdBy] : []
  if (!input.accept) {
    await changeMeeting(work, id, { state: 'cancelled', changeReason: input.reason })
    await recordMeetingEvent(work, meeting, {
      ...{ verb: 'meeting.declined', summary: `不召开提议的会议 ${meeting.number}`, reason: input.reason },
    })
    await tell(work, {
      personIds: proposer,
      meetingId: id,
      title: `${actor.name}没有同意您提议的会议 ${meeting.number}`,
    })
    return
  }
  const startsAt = input.startsAt ? comingTime(work, input.startsAt) : meeting.startsAt
  await changeMeeting(work, id, { state: 'planned', convenedBy: actor.id, startsAt })
  const staff = await staffAt(db, meeting.divisionId, startsAt)
  await invite(
    work,
    { ...meeting, startsAt },
    staff.map((person) => person.id),
  )
  await recordMeetingEvent(work, meeting, {
    verb: 'meeting.convened',
    summary: `召开提议的会议 ${meeting.number}`,
  })
}

interface Draft extends MeetingProposal {
  id: string
  divisionId: string
}

async function insertMeeting(
  work: Writing,
  input: Omit<Draft, 'startsAt'> & { startsAt: Date },
  state: 'planned' | 'proposed',
  convenedBy: string | null,
) {
  const { db, actor, now } = work
  const { id, divisionId, form, title, startsAt, plannedMinutes, place, purpose, customerIds } = input
  const customers = form === 'project' ? await customersAmong(work, customerIds) : []
  const number = await nextNumber(db, divisionId, `HY-${shanghaiDate(startsAt).slice(0, 4)}`)
  await db
    .insertInto('meetings')
    .values({
      ...{ id, divisionId, number, form, title, startsAt, plannedMinutes, place, purpose, state, convenedBy },
      kind: 'occasional',
      clauses: form === 'policy' ? input.clauses : [],
      projectName: form === 'project' ? input.projectName : null,
      ...{ createdAt: now, createdBy: actor.id, updatedAt: now, updatedBy: actor.id },
    })
    .execute()
  if (customers.length > 0)
    await db
      .insertInto('meetingCustomers')
      .values(customers.map((customer) => ({ meetingId: id, customerId: customer.id })))
      .execute()
  return { id, number, divisionId, title, startsAt, form }
}

async function customersAmong({ db, actor }: Writing, ids: readonly string[]) {
  if (ids.length === 0) return []
  const wanted = [...new Set(ids)]
  const customers = await db
    .selectFrom('customers')
    .select('customers.id')
    .where(visibleCustomers(actor))
    .where('customers.id', 'in', wanted)
    .execute()
  if (customers.length < wanted.length) throw invalid('customerIds', '有的客户没有找到，或不在您的范围内')
  return customers
}

interface Invitation {
  id: string
  number: string
  title: string
  startsAt: Date
}

async function invite(work: Writing, meeting: Invitation, personIds: readonly string[]): Promise<void> {
  const invited = [...new Set(personIds)]
  if (invited.length === 0) return
  await work.db
    .insertInto('meetingAttendees')
    .values(invited.map((personId) => ({ meetingId: meeting.id, personId })))
    .onConflict((known) => known.columns(['meetingId', 'personId']).doNothing())
    .execute()
  await tell(work, {
    personIds: invited.filter((one) => one !== work.actor.id),
    meetingId: meeting.id,
    title: `请您参加会议：${meeting.title}，${dateTimeWithWeekday(meeting.startsAt)}`,
  })
}

function ownDivision({ actor }: Writing): string {
  if (!actor.divisionId) throw notFound()
  return actor.divisionId
}

/** A meeting is announced before it begins. */
export function comingTime({ now }: Pick<Writing, 'now'>, text: string): Date {
  const startsAt = new Date(text)
  if (startsAt <= now) throw invalid('startsAt', '开会时间要在现在之后')
  if (startsAt.getTime() - now.getTime() > 366 * 24 * 60 * 60_000)
    throw invalid('startsAt', '开会时间最晚在一年之内')
  return startsAt
}
