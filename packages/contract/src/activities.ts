import { requiredVisitFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { accountStatuses } from '@zhuowei/domain/customers/account.ts'
import { grades } from '@zhuowei/domain/customers/grade.ts'
import { callDirections, visitKinds } from '@zhuowei/domain/customers/visit.ts'
import * as z from 'zod'
import { visitAnswers } from './feedback.ts'
import { endpoint } from './kernel.ts'
import { id, instant, optionalText, pageOf, personRef, plainDate, repeated, requiredText } from './shapes.ts'

const kind = z.enum(visitKinds)
const callDirection = z.enum(callDirections)

export const activity = z
  .object({
    id,
    kind,
    /** 三.7 who rang; null where it was not said, and of everything that is no call. */
    callDirection: callDirection.nullable(),
    customer: z.object({ id, name: z.string(), grade: z.enum(grades) }),
    happenedAt: instant,
    happenedOn: plainDate,
    author: personRef,
    visitors: z.array(personRef),
    contacts: z.array(personRef),
    content: z.string(),
    result: z.string(),
    problem: z.string(),
    affectsFollowUp: z.boolean(),
    /** 六.2.4) the customer's record still waits for the update that this contact asks for. */
    updateOwed: z.boolean(),
    nextStep: z.string().nullable(),
    nextOn: plainDate.nullable(),
    nextDone: z.boolean(),
    /** Entered after the working day of the contact (系统默认). */
    enteredLate: z.boolean(),
    /** 六.3.2)② the version of the 反馈表 that its answers made. */
    formVersion: z.int().nullable(),
    version: z.int(),
    can: z.object({ edit: z.boolean(), remove: z.boolean() }),
  })
  .meta({ id: 'Activity' })
export type Activity = z.infer<typeof activity>

/** 六.2.4): what changed about the customer, saved with the visit itself. */
const customerUpdate = z.object({
  status: z.enum(accountStatuses).optional(),
  grade: z.enum(grades).optional(),
  gradeReason: optionalText('等级变化的理由', 500),
  resources: optionalText('资源说明', 500),
})

const facts = {
  kind: kind.default('visit'),
  callDirection: callDirection.nullish().transform((given) => given ?? null),
  happenedAt: z.iso.datetime({ offset: true, error: '请选择时间' }),
  visitorIds: z.array(id).min(1, `请选择${requiredVisitFields.visitors}`).max(20),
  contactIds: z.array(id).max(50).default([]),
  content: requiredText(requiredVisitFields.content, 2000),
  result: requiredText(requiredVisitFields.result, 2000),
  problem: requiredText(requiredVisitFields.problem, 2000),
  affectsFollowUp: z.boolean().default(false),
  nextStep: optionalText('下一步', 500),
  nextOn: plainDate.nullish().transform((date) => date ?? null),
}

export const newActivity = z
  .object({
    customerId: id,
    ...facts,
    customerUpdate: customerUpdate.optional(),
    /** 六.3.2)② what the visit answered for the 反馈表, saved with it. */
    feedback: visitAnswers.default([]),
  })
  .meta({ id: 'NewActivity' })
export type NewActivity = z.output<typeof newActivity>

const changedActivity = z.object({ ...facts, version: z.int() }).meta({ id: 'ChangedActivity' })
export type ChangedActivity = z.output<typeof changedActivity>

const activityQuery = z.object({
  customerId: id.optional(),
  /** For 总经理, who reads several. */
  divisionId: repeated(id),
  authorId: repeated(id),
  kind: repeated(kind),
  from: plainDate.optional(),
  to: plainDate.optional(),
  mine: z.enum(['true', 'false']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ActivityQuery = z.output<typeof activityQuery>

const nextStep = z
  .object({
    activityId: id,
    customer: z.object({ id, name: z.string(), grade: z.enum(grades) }),
    nextStep: z.string(),
    nextOn: plainDate,
    overdue: z.boolean(),
  })
  .meta({ id: 'NextStep' })

const params = z.object({ id })

export const activitiesApi = {
  list: endpoint({
    method: 'GET',
    path: '/activities',
    summary: '拜访与电话',
    access: 'activities.read',
    clause: '六.2.3)③',
    query: activityQuery,
    reply: pageOf(activity),
  }),
  nextSteps: endpoint({
    method: 'GET',
    path: '/activities/next-steps',
    summary: '我的下一步，按日期',
    access: 'activities.read',
    query: z.object({ until: plainDate.optional() }),
    reply: z.array(nextStep),
  }),
  get: endpoint({
    method: 'GET',
    path: '/activities/:id',
    summary: '一次拜访',
    access: 'activities.read',
    params,
    reply: activity,
  }),
  record: endpoint({
    method: 'POST',
    path: '/activities',
    summary: '记拜访',
    access: 'activities.write',
    clause: '六.2.3)③',
    body: newActivity,
    reply: activity,
  }),
  correct: endpoint({
    method: 'PUT',
    path: '/activities/:id',
    summary: '修改拜访记录',
    access: 'activities.write',
    params,
    body: changedActivity,
    reply: activity,
    problems: ['version_conflict'],
  }),
  completeNextStep: endpoint({
    method: 'POST',
    path: '/activities/:id/next-step-completion',
    summary: '下一步已完成',
    access: 'activities.write',
    params,
    reply: activity,
  }),
  settleUpdate: endpoint({
    method: 'POST',
    path: '/activities/:id/customer-update',
    summary: '客户资料已按这次拜访更新',
    access: 'activities.write',
    clause: '六.2.4)',
    params,
    body: customerUpdate,
    reply: activity,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/activities/:id',
    summary: '删除拜访记录',
    access: 'activities.write',
    params,
    problems: ['version_conflict'],
  }),
}
