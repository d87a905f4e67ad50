import { taskGroups, taskKinds, taskStates } from '@zhuowei/domain/tasks/task.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, optionalText, pageOf, personRef, plainDate, repeated, requiredText } from './shapes.ts'

const named = z.object({ id, name: z.string() })

/** The sentence of a report that a task grew from. */
const source = z.object({
  reportId: id,
  author: z.string(),
  subject: z.string(),
  date: z.string(),
  quote: z.string(),
})

export const task = z
  .object({
    id,
    kind: z.enum(taskKinds),
    subject: z.string(),
    description: z.string().nullable(),
    owner: personRef,
    assigner: personRef.nullable(),
    dueAt: instant.nullable(),
    customer: named.nullable(),
    source: source.nullable(),
    state: z.enum(taskStates),
    /** 完成情况, as the owner wrote it last. */
    result: z.string().nullable(),
    createdAt: instant,
    closedAt: instant.nullable(),
    version: z.int(),
    can: z.object({
      change: z.boolean(),
      complete: z.boolean(),
      reopen: z.boolean(),
      feedback: z.boolean(),
      accept: z.boolean(),
      cancel: z.boolean(),
    }),
  })
  .meta({ id: 'Task' })
export type Task = z.output<typeof task>

const entry = z
  .object({
    id,
    kind: z.enum(['assigned', 'changed', 'feedback', 'accepted', 'returned', 'cancelled']),
    body: z.string(),
    at: instant,
    by: personRef,
  })
  .meta({ id: 'TaskEntry' })
export type TaskEntry = z.output<typeof entry>

const taskRecord = task.extend({ log: z.array(entry) }).meta({ id: 'TaskRecord' })
export type TaskRecord = z.output<typeof taskRecord>

/** One thing to do, from wherever it comes. */
const agendaItem = z
  .object({
    key: z.string(),
    kind: z.enum(['assigned', 'general', 'next_step', 'action_item']),
    group: z.enum(taskGroups),
    title: z.string(),
    facts: z.string(),
    dueAt: instant.nullable(),
    /** Its own page, where it is not a task. */
    to: z.string().nullable(),
    taskId: id.nullable(),
    state: z.enum(taskStates).nullable(),
    /** Ticked off in place, without anything to write. */
    complete: z
      .discriminatedUnion('of', [
        z.object({ of: z.literal('task'), id, version: z.int() }),
        z.object({ of: z.literal('next_step'), id }),
      ])
      .nullable(),
  })
  .meta({ id: 'AgendaItem' })
export type AgendaItem = z.output<typeof agendaItem>

const optionalId = id.nullish().transform((given) => given ?? null)
const wallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时刻格式应为 09:30')
  .nullish()
  .transform((given) => given ?? null)

const facts = {
  subject: requiredText('任务主题', 100),
  description: optionalText('任务描述', 2000),
  /** Without a time of day the whole day counts. */
  dueTime: wallTime,
  customerId: optionalId,
}
const requiredDate = z.iso.date('请选择截止日期')
const optionalDate = plainDate.nullish().transform((given) => given ?? null)

const newTask = z.object({ ...facts, dueOn: optionalDate }).meta({ id: 'NewTask' })
export type NewTask = z.output<typeof newTask>

const newAssignment = z
  .object({
    ...facts,
    dueOn: requiredDate,
    ownerId: z.uuid('请选择责任人'),
    source: z
      .object({ reportId: id, quote: requiredText('引用的句子', 500) })
      .nullish()
      .transform((given) => given ?? null),
  })
  .meta({ id: 'NewAssignment' })
export type NewAssignment = z.output<typeof newAssignment>

const changedTask = z
  .object({
    version: z.int(),
    ...facts,
    dueOn: optionalDate,
    /** Only what was assigned can go to somebody else. */
    ownerId: optionalId,
  })
  .meta({ id: 'ChangedTask' })
export type ChangedTask = z.output<typeof changedTask>

const taskQuery = z.object({
  open: z.enum(['true', 'false']).optional(),
  /** `mine` are one's own, `given` what others have to do. */
  side: z.enum(['mine', 'given']).optional(),
  state: repeated(z.enum(taskStates)),
  ownerId: repeated(id),
  reportId: id.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type TaskQuery = z.output<typeof taskQuery>

const params = z.object({ id })
const version = z.int()
const step = { params, reply: taskRecord, problems: ['version_conflict', 'nothing_to_decide'] } as const

export const tasksApi = {
  agenda: endpoint({
    method: 'GET',
    path: '/tasks/agenda',
    summary: '我要做的：待办、交办和约好的下一步，按截止时间',
    access: 'tasks.read',
    clause: '二.2.1)(15)',
    reply: z.object({ items: z.array(agendaItem) }).meta({ id: 'Agenda' }),
  }),
  list: endpoint({
    method: 'GET',
    path: '/tasks',
    summary: '任务，新的在前',
    access: 'tasks.read',
    clause: '二.2.1)(15)',
    query: taskQuery,
    reply: pageOf(task),
  }),
  assignable: endpoint({
    method: 'GET',
    path: '/tasks/assignable',
    summary: '可以交办的人：直接下属',
    access: 'tasks.assign',
    clause: '二.2.1)(15)',
    reply: z
      .object({ people: z.array(personRef.extend({ roleLabel: z.string() })) })
      .meta({ id: 'Assignable' }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/tasks/:id',
    summary: '一项任务和它的经过',
    access: 'tasks.read',
    params,
    reply: taskRecord,
  }),
  create: endpoint({
    method: 'POST',
    path: '/tasks',
    summary: '记一条个人待办，只有自己看得到',
    access: 'tasks.write',
    body: newTask,
    reply: taskRecord,
  }),
  assign: endpoint({
    method: 'POST',
    path: '/tasks/assignments',
    summary: '交办任务',
    access: 'tasks.assign',
    clause: '二.2.1)(15)',
    body: newAssignment,
    reply: taskRecord,
  }),
  change: endpoint({
    ...step,
    method: 'PUT',
    path: '/tasks/:id',
    summary: '修改任务；交办的由交办人修改或转给别人',
    access: 'tasks.write',
    body: changedTask,
  }),
  complete: endpoint({
    ...step,
    method: 'POST',
    path: '/tasks/:id/completion',
    summary: '个人待办已完成',
    access: 'tasks.write',
    body: z.object({ version, result: optionalText('完成情况', 2000) }),
  }),
  reopen: endpoint({
    ...step,
    method: 'POST',
    path: '/tasks/:id/reopening',
    summary: '个人待办还没有完成',
    access: 'tasks.write',
    body: z.object({ version }),
  }),
  feedback: endpoint({
    ...step,
    method: 'POST',
    path: '/tasks/:id/feedback',
    summary: '反馈交办任务的完成情况',
    access: 'tasks.write',
    clause: '二.2.1)(15)',
    body: z.object({ version, body: requiredText('完成情况', 2000) }),
  }),
  accept: endpoint({
    ...step,
    method: 'POST',
    path: '/tasks/:id/acceptance',
    summary: '验收交办任务',
    access: 'tasks.assign',
    clause: '二.2.1)(15)',
    body: z.object({ version }),
  }),
  sendBack: endpoint({
    ...step,
    method: 'POST',
    path: '/tasks/:id/return',
    summary: '退回交办任务，写明理由',
    access: 'tasks.assign',
    clause: '二.2.1)(15)',
    body: z.object({ version, reason: requiredText('退回的理由', 500) }),
  }),
  cancel: endpoint({
    ...step,
    method: 'POST',
    path: '/tasks/:id/cancellation',
    summary: '取消任务；交办的写明理由',
    access: 'tasks.write',
    body: z.object({ version, reason: optionalText('取消的理由', 500) }),
  }),
}
