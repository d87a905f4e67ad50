import { clauses as regulationClauses } from '@zhuowei/domain/clauses/regulation-text.ts'
import { actionItemStates } from '@zhuowei/domain/meetings/action-item.ts'
import { meetingForms, meetingKinds, meetingStates, presences } from '@zhuowei/domain/meetings/meeting.ts'
import { supportStates } from '@zhuowei/domain/support-requests/support-request.ts'
import * as z from 'zod'
import {
  anyText,
  id,
  instant,
  optionalText,
  personRef,
  plainDate,
  reasonText,
  requiredText,
} from './shapes.ts'

const kind = z.enum(meetingKinds)
const form = z.enum(meetingForms)

/** What lists and calendars show of a meeting. */
export const meeting = z
  .object({
    id,
    number: z.string(),
    kind,
    form: form.nullable(),
    clause: z.string(),
    title: z.string(),
    startsAt: instant,
    endsAt: instant,
    place: z.string().nullable(),
    state: z.enum(meetingStates),
    /** Why it was moved, cancelled or declined. */
    changeReason: z.string().nullable(),
    movedFrom: instant.nullable(),
    convenedBy: personRef.nullable(),
    /** 综合管理, when he convened it on the manager's behalf, or whoever proposed it. */
    writtenBy: personRef.nullable(),
    invited: z.int(),
    attended: z.int(),
    /** 未关闭的遗留问题 that came out of it. */
    openActionItems: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Meeting' })
export type Meeting = z.output<typeof meeting>

const attendee = z
  .object({
    person: personRef,
    state: z.enum(presences),
    /** Known from leave and trips of the day. */
    away: z.enum(['leave', 'trip']).nullable(),
    /** Half a day only. */
    awayPart: z.enum(['am', 'pm']).nullable(),
    signedAt: instant.nullable(),
    signedBy: personRef.nullable(),
    clausesConfirmedAt: instant.nullable(),
    minutesDueAt: instant.nullable(),
    minutesConfirmedAt: instant.nullable(),
    trainingMinutes: z.int().nullable(),
  })
  .meta({ id: 'MeetingAttendee' })
export type MeetingAttendee = z.output<typeof attendee>

export const actionItem = z
  .object({
    id,
    body: z.string(),
    owner: personRef,
    dueOn: plainDate,
    state: z.enum(actionItemStates),
    carryCount: z.int(),
    meeting: z.object({ id, number: z.string(), title: z.string(), startsAt: instant }),
    createdAt: instant,
    closedAt: instant.nullable(),
    closedBy: personRef.nullable(),
    closeNote: z.string().nullable(),
    version: z.int(),
    can: z.object({ change: z.boolean(), close: z.boolean(), cancel: z.boolean(), reopen: z.boolean() }),
  })
  .meta({ id: 'ActionItem' })
export type ActionItem = z.output<typeof actionItem>

export const supportRequest = z
  .object({
    id,
    person: personRef,
    week: z.string(),
    /** The weekly report that asked, for its author and for those that answer. */
    reportId: id.nullable(),
    body: z.string(),
    state: z.enum(supportStates),
    /** Whose answer it waits for. */
    awaits: personRef.nullable(),
    decidedBy: personRef.nullable(),
    decidedAt: instant.nullable(),
    reply: z.string().nullable(),
    createdAt: instant,
    version: z.int(),
    can: z.object({ decide: z.boolean() }),
  })
  .meta({ id: 'SupportRequest' })
export type SupportRequest = z.output<typeof supportRequest>

const agendaItem = z
  .object({
    /** Absent while the agenda is only looked ahead to. */
    id: id.nullable(),
    key: z.string(),
    /** 四.1.1)①②③, or 0 for a topic that somebody brought. */
    section: z.int().min(0).max(3),
    person: personRef,
    lines: z.array(z.string()),
    actionItem: actionItem.nullable(),
    supportRequest: supportRequest.nullable(),
    can: z.object({ remove: z.boolean() }),
  })
  .meta({ id: 'MeetingAgendaItem' })
export type AgendaItem = z.output<typeof agendaItem>

export const meetingRecord = meeting
  .extend({
    purpose: z.string().nullable(),
    clauses: z.array(z.string()),
    projectName: z.string().nullable(),
    /** Of the customers discussed those that the reader may see, and how many more there are. */
    customers: z.array(z.object({ id, name: z.string() })),
    hiddenCustomers: z.int(),
    /** When the agenda of the weekly meeting is made; until then it is looked ahead to. */
    agendaAt: instant.nullable(),
    agendaBuiltAt: instant.nullable(),
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    publishedAt: instant.nullable(),
    publishedBy: personRef.nullable(),
    agenda: z.array(agendaItem),
    /** Who had not handed in the plan of this week when the meeting began; before it, who has not yet. */
    withoutPlan: z.array(personRef),
    attendees: z.array(attendee),
    actionItems: z.array(actionItem),
    /** Who may be given a 遗留问题. */
    owners: z.array(personRef),
    can: z.object({
      decide: z.boolean(),
      change: z.boolean(),
      start: z.boolean(),
      end: z.boolean(),
      resume: z.boolean(),
      signIn: z.boolean(),
      signInOthers: z.boolean(),
      addTopic: z.boolean(),
      readMinutes: z.boolean(),
      writeMinutes: z.boolean(),
      publish: z.boolean(),
      reopen: z.boolean(),
      confirmClauses: z.boolean(),
      confirmMinutes: z.boolean(),
      setTraining: z.boolean(),
    }),
  })
  .meta({ id: 'MeetingRecord' })
export type MeetingRecord = z.output<typeof meetingRecord>

const startsAt = z.iso.datetime({ offset: true, error: '请选择时间' })
const title = requiredText('会议主题', 100)
const place = optionalText('地点', 100)
const isObject = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null
const known = new Set<string>(regulationClauses.map((clause) => clause.id))
const clauseIds = z
  .array(z.string())
  .max(60)
  .refine((ids) => ids.every((one) => known.has(one)), '有不存在的条款')
  .default([])

/** 四.2: each form asks for what it is about. */
const about = z.object({
  form,
  title,
  purpose: optionalText('会议内容', 2000),
  clauses: clauseIds,
  projectName: optionalText('项目名称', 100),
  customerIds: z.array(id).max(20).default([]),
})
const complete = <T extends typeof about>(shape: T) =>
  shape
    .refine(({ form: chosen, clauses }) => chosen !== 'policy' || (clauses?.length ?? 0) > 0, {
      path: ['clauses'],
      error: '请选择要贯彻的条款',
      when: isObject,
    })
    .refine(({ form: chosen, projectName }) => chosen !== 'project' || projectName, {
      path: ['projectName'],
      error: '请填写项目名称',
      when: isObject,
    })

const when = {
  startsAt,
  plannedMinutes: z.int().min(10, '至少 10 分钟').max(600, '不超过 10 小时').default(60),
  place,
}

export const newMeeting = complete(
  about.extend({ ...when, attendeeIds: z.array(id).min(1, '请选择参加的人').max(500) }),
).meta({ id: 'NewMeeting' })
export type NewMeeting = z.output<typeof newMeeting>

export const meetingProposal = complete(about.extend(when)).meta({ id: 'MeetingProposal' })
export type MeetingProposal = z.output<typeof meetingProposal>

export const proposalDecision = z
  .object({
    version: z.int(),
    accept: z.boolean(),
    /** Another time than the proposed one. */
    startsAt: startsAt.optional(),
    reason: optionalText('原因', 500),
  })
  .refine(({ accept, reason }) => accept || reason, { path: ['reason'], error: '请填写不召开的原因' })
  .meta({ id: 'ProposalDecision' })
export type ProposalDecision = z.output<typeof proposalDecision>

export const newTime = z
  .object({ version: z.int(), startsAt, place, reason: reasonText('改期的原因') })
  .meta({ id: 'NewMeetingTime' })
export type NewTime = z.output<typeof newTime>

export const lineBody = anyText('纪要', 2000)
