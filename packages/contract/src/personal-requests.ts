import { personalRequestKinds, personalRequestStates } from '@zhuowei/domain/profiles/request.ts'
import * as z from 'zod'
import { contact } from './contacts.ts'
import { endpoint } from './kernel.ts'
import { profilesApi } from './profiles.ts'
import { id, instant, pageOf, personRef, plainDate, requiredText } from './shapes.ts'

const kind = z.enum(personalRequestKinds, '请选择要求')
const named = z.object({ id, name: z.string() })

/** A text that names the person and has to be gone over by hand. */
const mentionedIn = [
  'activity',
  'feedback',
  'background',
  'chain',
  'report',
  'task',
  'verbal_report',
  'incident',
  'suggestion',
  'minutes',
  'support_request',
] as const
const mention = z.object({ kind: z.enum(mentionedIn), id, on: plainDate }).meta({ id: 'PersonalMention' })

/** Proof of an erasure: what, how much, and what is left to do; never what stood there. */
const proof = z
  .object({
    profile: z.boolean(),
    importRows: z.int(),
    storedReplies: z.int(),
    mentions: z.array(mention),
    /** There are more than are listed. */
    more: z.boolean(),
  })
  .meta({ id: 'ErasureProof' })
export type ErasureProof = z.output<typeof proof>

export const personalRequest = z
  .object({
    id,
    number: z.string(),
    kind,
    state: z.enum(personalRequestStates),
    division: named,
    /** Null for the administrator, who sees no customers. */
    customer: named.nullable(),
    contact: named.nullable(),
    evidence: z.string().nullable(),
    receivedOn: plainDate,
    dueOn: plainDate,
    recordedBy: personRef,
    recordedAt: instant,
    decidedBy: personRef.nullable(),
    decidedAt: instant.nullable(),
    answer: z.string().nullable(),
    erasedBy: personRef.nullable(),
    finishedAt: instant.nullable(),
    proof: proof.nullable(),
    version: z.int(),
    can: z.object({ copy: z.boolean(), decide: z.boolean(), erase: z.boolean() }),
  })
  .meta({ id: 'PersonalRequest' })
export type PersonalRequest = z.output<typeof personalRequest>

/** Everything about the person, for the person. */
const personalCopy = z
  .object({
    ...contact.omit({ phoneMask: true, version: true, isPrimary: true }).shape,
    phone: z.string().nullable(),
    profile: profilesApi.view.reply.nullable(),
    activities: z.int(),
  })
  .meta({ id: 'PersonalCopy' })
export type PersonalCopy = z.output<typeof personalCopy>

const params = z.object({ id })
const version = z.int('缺少版本号').min(1)
const shared = { clause: '六.3.1)④', params, reply: personalRequest } as const
const step = { ...shared, problems: ['version_conflict', 'nothing_to_decide'] } as const

export const personalRequestsApi = {
  list: endpoint({
    method: 'GET',
    path: '/personal-requests',
    summary: '个人信息请求，新的在前',
    access: 'personal_requests.read',
    clause: '六.3.1)④',
    query: z.object({
      open: z.enum(['true', 'false']).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: pageOf(personalRequest),
  }),
  get: endpoint({
    ...shared,
    method: 'GET',
    path: '/personal-requests/:id',
    summary: '一件个人信息请求',
    access: 'personal_requests.read',
  }),
  record: endpoint({
    ...shared,
    method: 'POST',
    path: '/contacts/:id/personal-requests',
    summary: '登记联系人本人的要求：查阅、更正、撤回同意、删除',
    access: 'personal_requests.record',
    body: z.object({
      kind,
      receivedOn: plainDate,
      evidence: requiredText('怎样收到、怎样核实是本人', 500),
    }),
    reply: z.object({ id, number: z.string(), dueOn: plainDate }),
  }),
  decide: endpoint({
    ...step,
    method: 'POST',
    path: '/personal-requests/:id/decision',
    summary: '办结、同意删除，或写明理由拒绝',
    access: 'personal_requests.decide',
    body: z.object({ version, agree: z.boolean(), answer: requiredText('答复', 500) }),
  }),
  copy: endpoint({
    ...shared,
    method: 'POST',
    path: '/personal-requests/:id/copies',
    summary: '给本人的资料副本（留痕）',
    access: 'personal_requests.decide',
    reply: personalCopy,
    unkept: true,
    problems: ['nothing_to_decide'],
  }),
  erase: endpoint({
    ...step,
    method: 'POST',
    path: '/personal-requests/:id/erasure',
    summary: '删除联系人的全部个人信息，不能恢复',
    access: 'personal_requests.erase',
    body: z.object({ version }),
  }),
}
