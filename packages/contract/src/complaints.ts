import {
  complaintAbouts,
  complaintCauses,
  complaintLevels,
  complaintPressings,
  complaintStates,
} from '@zhuowei/domain/complaints/complaint.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, optionalText, pageOf, personRef, repeated, requiredText } from './shapes.ts'

const level = z.enum(complaintLevels, '请选择级别')
const cause = z.enum(complaintCauses, '请选择原因')
const about = z.enum(complaintAbouts)
const state = z.enum(complaintStates)
const pressing = z.enum(complaintPressings)

const named = z.object({ id, name: z.string() })

export const complaint = z
  .object({
    id,
    number: z.string(),
    level,
    cause,
    about,
    customer: named.nullable(),
    region: named.nullable(),
    targetPerson: personRef.nullable(),
    targetDepartment: z.string().nullable(),
    complainant: z.string().nullable(),
    content: z.string(),
    /** G20: about the manager, so that 总经理 dispatches and closes it. */
    forGm: z.boolean(),
    state,
    assignee: personRef.nullable(),
    responseDueAt: instant,
    respondedAt: instant.nullable(),
    solutionDueAt: instant,
    resolvedAt: instant.nullable(),
    callbackDueAt: instant.nullable(),
    escalatedAt: instant.nullable(),
    reopened: z.int(),
    closedAt: instant.nullable(),
    createdAt: instant,
    /** Null for the one complained of. */
    createdBy: personRef.nullable(),
    version: z.int(),
    can: z.object({ dispatch: z.boolean(), handle: z.boolean(), callBack: z.boolean() }),
  })
  .meta({ id: 'Complaint' })
export type Complaint = z.output<typeof complaint>

const entry = z
  .object({
    id,
    kind: z.enum([
      'dispatch',
      'returned',
      'vacated',
      'handling',
      'solution',
      'satisfied',
      'unsatisfied',
      'escalation',
    ]),
    body: z.string(),
    at: instant,
    /** Null: the clock ran out. */
    by: personRef.nullable(),
  })
  .meta({ id: 'ComplaintEntry' })
export type ComplaintEntry = z.output<typeof entry>

const complaintRecord = complaint
  .extend({
    log: z.array(entry),
    /** Whom it can be given to; empty for people who do not dispatch it. */
    assignable: z.array(personRef),
  })
  .meta({ id: 'ComplaintRecord' })
export type ComplaintRecord = z.output<typeof complaintRecord>

const isObject = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null
const optionalId = id.nullish().transform((given) => given ?? null)

const newComplaint = z
  .object({
    level: level.default('normal'),
    cause,
    about,
    customerId: optionalId,
    targetPersonId: optionalId,
    targetDepartment: optionalText('被投诉的部门', 100),
    complainant: optionalText('投诉人', 100),
    content: requiredText('投诉内容', 2000),
  })
  .refine((given) => given.about !== 'person' || given.targetPersonId, {
    path: ['targetPersonId'],
    error: '请选择被投诉人',
    when: isObject,
  })
  .refine((given) => given.about !== 'department' || given.targetDepartment, {
    path: ['targetDepartment'],
    error: '请填写被投诉的部门',
    when: isObject,
  })
  .refine((given) => given.about !== 'customer' || given.customerId, {
    path: ['customerId'],
    error: '请选择客户',
    when: isObject,
  })
  .meta({ id: 'NewComplaint' })
export type NewComplaint = z.output<typeof newComplaint>

const conditions = {
  open: z.enum(['true', 'false']).optional(),
  pressing: repeated(pressing),
  state: repeated(state),
  level: repeated(level),
  cause: repeated(cause),
  regionId: repeated(id),
  customerId: repeated(id),
}
const complaintQuery = z.object({
  ...conditions,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ComplaintQuery = z.output<typeof complaintQuery>

const figuresQuery = z.object({ open: conditions.open })
const figure = z.object({ value: z.string(), label: z.string(), count: z.int() })
/** Each number opens the rows that it counts. */
const figures = z
  .object({
    open: z.int(),
    all: z.int(),
    pressing: z.array(figure),
    state: z.array(figure),
    level: z.array(figure),
    cause: z.array(figure),
    region: z.array(figure),
    customer: z.array(figure),
  })
  .meta({ id: 'ComplaintFigures' })
export type ComplaintFigures = z.output<typeof figures>

const params = z.object({ id })
const version = z.int()
const step = { params, reply: complaintRecord, problems: ['version_conflict', 'nothing_to_decide'] } as const

export const complaintsApi = {
  list: endpoint({
    method: 'GET',
    path: '/complaints',
    summary: '客户投诉，新的在前',
    access: 'complaints.read',
    clause: '六.5.1)',
    query: complaintQuery,
    reply: pageOf(complaint),
  }),
  figures: endpoint({
    method: 'GET',
    path: '/complaints/figures',
    summary: '投诉按状态、级别、原因、片区和客户的件数',
    access: 'complaints.read',
    clause: '二.2.1)(10)',
    query: figuresQuery,
    reply: figures,
  }),
  get: endpoint({
    method: 'GET',
    path: '/complaints/:id',
    summary: '一件投诉和它的处理经过',
    access: 'complaints.read',
    params,
    reply: complaintRecord,
  }),
  record: endpoint({
    method: 'POST',
    path: '/complaints',
    summary: '登记投诉，部门经理立即收到',
    access: 'complaints.record',
    clause: '六.5.1)',
    body: newComplaint,
    reply: complaintRecord,
  }),
  dispatch: endpoint({
    ...step,
    method: 'POST',
    path: '/complaints/:id/dispatch',
    summary: '派单',
    access: 'complaints.manage',
    clause: '六.5.1)',
    body: z.object({ version, assigneeId: z.uuid('请选择处理人'), note: optionalText('交代', 500) }),
  }),
  handle: endpoint({
    ...step,
    method: 'POST',
    path: '/complaints/:id/handling',
    summary: '记一次处理',
    access: 'complaints.handle',
    clause: '六.5.1)',
    body: z.object({ version, body: requiredText('处理情况', 2000) }),
  }),
  resolve: endpoint({
    ...step,
    method: 'POST',
    path: '/complaints/:id/solution',
    summary: '已解决，等待回访',
    access: 'complaints.handle',
    clause: '六.5.1)',
    body: z.object({ version, body: requiredText('解决结果', 2000) }),
  }),
  callBack: endpoint({
    ...step,
    method: 'POST',
    path: '/complaints/:id/callback',
    summary: '回访：满意则关闭，不满意则重开',
    access: 'complaints.manage',
    clause: '六.5.1)',
    body: z.object({ version, satisfied: z.boolean(), body: requiredText('回访情况', 1000) }),
  }),
}
