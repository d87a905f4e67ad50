import { decisions, places } from '@zhuowei/domain/approvals/approval.ts'
import * as z from 'zod'
import {
  approval,
  approvalKind,
  approvalRecord,
  approvalState,
  definitionInput,
  definitionsOfKind,
  trial,
} from './approval-shapes.ts'
import { endpoint } from './kernel.ts'
import {
  id,
  optionalText,
  pageOf,
  personRef,
  plainDate,
  reasonText,
  repeated,
  requiredText,
} from './shapes.ts'

export const approvalLists = ['waiting', 'mine', 'handled', 'copied'] as const

const query = z.object({
  list: z.enum(approvalLists).default('waiting'),
  kind: repeated(approvalKind),
  state: repeated(approvalState),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ApprovalQuery = z.output<typeof query>

const params = z.object({ id })
/** The round that was read: within one the application does not change, so that two who sign together do not disturb each other. */
const round = z.int()
const act = { params, reply: approvalRecord, problems: ['version_conflict', 'nothing_to_decide'] } as const

const decision = z
  .object({
    round,
    decision: z.enum(decisions, '请选择同意、驳回或退回'),
    comment: optionalText('意见', 1000),
  })
  .refine((given) => given.decision === 'approve' || given.comment, {
    path: ['comment'],
    error: '请写明驳回或退回的理由',
    when: ({ value }) => typeof value === 'object' && value !== null,
  })

export const approvalsApi = {
  list: endpoint({
    method: 'GET',
    path: '/approvals',
    summary: '待我审批、我发起、我处理、抄送我，新的在前',
    access: 'approvals.read',
    query,
    reply: pageOf(approval),
  }),
  get: endpoint({
    method: 'GET',
    path: '/approvals/:id',
    summary: '一件审批：内容、流程、意见',
    access: 'approvals.read',
    params,
    reply: approvalRecord,
  }),
  decide: endpoint({
    ...act,
    method: 'POST',
    path: '/approvals/:id/decision',
    summary: '同意、驳回或退回',
    access: 'approvals.decide',
    body: decision,
  }),
  addSigner: endpoint({
    ...act,
    method: 'POST',
    path: '/approvals/:id/signers',
    summary: '加签：在我之前或之后再请一人审批',
    access: 'approvals.decide',
    body: z.object({
      round,
      personId: z.uuid('请选择加签的人'),
      place: z.enum(places, '请选择在我之前或之后'),
      note: optionalText('说明', 500),
    }),
  }),
  recall: endpoint({
    ...act,
    method: 'POST',
    path: '/approvals/:id/recall',
    summary: '申请人撤回',
    access: 'approvals.read',
    body: z.object({ round, reason: requiredText('撤回的原因', 500) }),
  }),
  urge: endpoint({
    ...act,
    method: 'POST',
    path: '/approvals/:id/urge',
    summary: '催办，几小时内一次',
    access: 'approvals.read',
    body: z.object({ round }),
  }),
}

const delegation = z
  .object({
    id,
    from: personRef,
    to: personRef,
    fromDate: plainDate,
    toDate: plainDate,
    reason: z.string(),
    state: z.enum(['coming', 'running', 'over', 'ended']),
    can: z.object({ end: z.boolean() }),
  })
  .meta({ id: 'ApprovalDelegation' })
export type ApprovalDelegation = z.output<typeof delegation>

const delegations = z.object({ items: z.array(delegation), deputies: z.array(personRef) })
const newDelegation = z
  .object({
    toId: z.uuid('请选择代理人'),
    fromDate: plainDate,
    toDate: plainDate,
    reason: reasonText('代理原因'),
  })
  .refine((given) => given.fromDate <= given.toDate, {
    path: ['toDate'],
    error: '结束日期不能早于开始日期',
    when: ({ value }) =>
      typeof value === 'object' && value !== null && 'fromDate' in value && 'toDate' in value,
  })
export type NewDelegation = z.output<typeof newDelegation>

export const approvalDelegationsApi = {
  list: endpoint({
    method: 'GET',
    path: '/approval-delegations',
    summary: '我给的和给我的审批代理',
    access: 'approvals.read',
    reply: delegations,
  }),
  give: endpoint({
    method: 'POST',
    path: '/approval-delegations',
    summary: '请人在一段时间里代我审批',
    access: 'approvals.decide',
    clause: '三.3-e',
    body: newDelegation,
    reply: delegations,
    problems: ['duplicate_record'],
  }),
  end: endpoint({
    method: 'POST',
    path: '/approval-delegations/:id/end',
    summary: '提前结束代理',
    access: 'approvals.decide',
    params,
    reply: delegations,
    problems: ['nothing_to_decide'],
  }),
}

export const approvalDefinitionsApi = {
  list: endpoint({
    method: 'GET',
    path: '/approval-definitions',
    summary: '各类审批现在的流程和以前、以后的流程',
    access: 'approvals.readDefinitions',
    query: z.object({ divisionId: id.optional() }),
    reply: z.array(definitionsOfKind),
  }),
  set: endpoint({
    method: 'POST',
    path: '/approval-definitions',
    summary: '从某日起用新的流程；已在审批的不变',
    access: 'approvals.define',
    body: definitionInput.extend({ reason: reasonText('修改原因') }),
    reply: z.array(definitionsOfKind),
  }),
  tryOut: endpoint({
    method: 'POST',
    path: '/approval-definitions/trial',
    summary: '用上个月的审批试算新的流程会请谁审批',
    access: 'approvals.define',
    body: definitionInput,
    reply: trial,
  }),
}
