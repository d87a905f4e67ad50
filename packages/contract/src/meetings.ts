import { presences } from '@zhuowei/domain/meetings/meeting.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import {
  meeting,
  meetingProposal,
  meetingRecord,
  newMeeting,
  newTime,
  proposalDecision,
} from './meeting-shapes.ts'
import { id, instant, pageOf, personRef, reasonText, requiredText } from './shapes.ts'

const params = z.object({ id })
const versioned = z.object({ version: z.int() })

const meetingQuery = z.object({
  when: z.enum(['coming', 'past']).default('coming'),
  kind: z.enum(['regular', 'occasional']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type MeetingQuery = z.output<typeof meetingQuery>

const availability = z
  .object({
    person: personRef,
    away: z.enum(['leave', 'trip']).nullable(),
    awayPart: z.enum(['am', 'pm']).nullable(),
    /** Another meeting at that time. */
    busy: z.string().nullable(),
  })
  .meta({ id: 'Availability' })
export type Availability = z.output<typeof availability>

const trainingHours = z
  .object({
    person: personRef,
    minutes: z.int(),
    meetings: z.array(
      z.object({ id, number: z.string(), title: z.string(), startsAt: instant, minutes: z.int() }),
    ),
  })
  .meta({ id: 'TrainingHours' })
export type TrainingHours = z.output<typeof trainingHours>

export const meetingsApi = {
  list: endpoint({
    method: 'GET',
    path: '/meetings',
    summary: '会议，将开的或开过的',
    access: 'meetings.read',
    clause: '四',
    query: meetingQuery,
    reply: pageOf(meeting),
  }),
  availability: endpoint({
    method: 'GET',
    path: '/meetings/availability',
    summary: '某一时刻谁在岗，谁请假、出差或另有会议',
    access: 'meetings.take_part',
    query: z.object({ at: instant }),
    reply: z.array(availability),
  }),
  trainingHours: endpoint({
    method: 'GET',
    path: '/meetings/training-hours',
    summary: '每人一年的培训学时',
    access: 'meetings.read',
    clause: '四.2-第三',
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    reply: z.array(trainingHours),
  }),
  get: endpoint({
    method: 'GET',
    path: '/meetings/:id',
    summary: '一次会议：议程、签到、遗留问题',
    access: 'meetings.read',
    clause: '四',
    params,
    reply: meetingRecord,
  }),
  convene: endpoint({
    method: 'POST',
    path: '/meetings',
    summary: '召集临时会议；综合管理代部门经理',
    access: 'meetings.convene',
    clause: '四.2',
    body: newMeeting,
    reply: meetingRecord,
  }),
  propose: endpoint({
    method: 'POST',
    path: '/meetings/proposals',
    summary: '提议开一次临时会议',
    access: 'meetings.take_part',
    clause: '四.2',
    body: meetingProposal,
    reply: meetingRecord,
  }),
  decideProposal: endpoint({
    method: 'POST',
    path: '/meetings/:id/decision',
    summary: '召开或不召开提议的会议',
    access: 'meetings.convene',
    clause: '四.2',
    params,
    body: proposalDecision,
    reply: meetingRecord,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  reschedule: endpoint({
    method: 'PUT',
    path: '/meetings/:id/time',
    summary: '会议改期',
    access: 'meetings.convene',
    clause: '四',
    params,
    body: newTime,
    reply: meetingRecord,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/meetings/:id/cancellation',
    summary: '取消会议',
    access: 'meetings.convene',
    clause: '四',
    params,
    body: versioned.extend({ reason: reasonText('取消的原因') }),
    reply: meetingRecord,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  start: endpoint({
    method: 'POST',
    path: '/meetings/:id/start',
    summary: '开会：议程从此不变',
    access: 'meetings.convene',
    clause: '四.1',
    params,
    body: versioned,
    reply: meetingRecord,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  end: endpoint({
    method: 'POST',
    path: '/meetings/:id/end',
    summary: '散会：没有签到的记为请假或缺席',
    access: 'meetings.convene',
    clause: '四.1',
    params,
    body: versioned,
    reply: meetingRecord,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  resume: endpoint({
    method: 'POST',
    path: '/meetings/:id/resumption',
    summary: '误点散会时继续开会，纪要发布以前、开会当天',
    access: 'meetings.convene',
    clause: '四.1',
    params,
    body: versioned,
    reply: meetingRecord,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/meetings/:id/sign-ins',
    summary: '签到；部门经理和综合管理也可以替别人勾选，散会后到发布纪要以前可以更正',
    access: 'meetings.take_part',
    clause: '四.1',
    params,
    body: z.object({
      /** Oneself unless said otherwise. */
      personId: id.optional(),
      state: z.enum(presences).optional(),
    }),
    reply: meetingRecord,
    problems: ['nothing_to_decide'],
  }),
  addTopic: endpoint({
    method: 'POST',
    path: '/meetings/:id/topics',
    summary: '提一个议题',
    access: 'meetings.take_part',
    clause: '四.1.1)',
    params,
    body: z.object({ body: requiredText('议题', 500) }),
    reply: meetingRecord,
    problems: ['nothing_to_decide'],
  }),
  removeTopic: endpoint({
    method: 'DELETE',
    path: '/meetings/:id/topics/:topicId',
    summary: '撤下议题',
    access: 'meetings.take_part',
    params: z.object({ id, topicId: id }),
    reply: meetingRecord,
    problems: ['nothing_to_decide'],
  }),
  confirmClauses: endpoint({
    method: 'POST',
    path: '/meetings/:id/clauses-confirmation',
    summary: '确认已学习所贯彻的条款',
    access: 'meetings.take_part',
    clause: '四.2-第一',
    params,
    reply: meetingRecord,
    problems: ['nothing_to_decide'],
  }),
  setTraining: endpoint({
    method: 'PUT',
    path: '/meetings/:id/training-hours',
    summary: '改每人的培训学时',
    access: 'meetings.convene',
    clause: '四.2-第三',
    params,
    body: z.object({
      version: z.int(),
      people: z.array(z.object({ personId: id, minutes: z.int().min(0).max(600) })).max(500),
    }),
    reply: meetingRecord,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
}
