import { codesOf } from '@zhuowei/domain/codes.ts'
import { accountStatuses } from '@zhuowei/domain/customers/account.ts'
import { grades, tradeStatuses } from '@zhuowei/domain/customers/grade.ts'
import { type MergeField, mergeFieldLabel } from '@zhuowei/domain/customers/merge.ts'
import * as z from 'zod'
import { duplicateReasons, version } from './customer-shapes.ts'
import { endpoint } from './kernel.ts'
import { id, instant, pageOf, personRef, plainDate } from './shapes.ts'

const params = z.object({ id })
const page = {
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
}
const field = z.enum(codesOf<Record<MergeField, string>>(mergeFieldLabel))

const record = z
  .object({
    id,
    number: z.string(),
    name: z.string(),
    grade: z.enum(grades),
    tradeStatus: z.enum(tradeStatuses),
    status: z.enum(accountStatuses),
    regionName: z.string(),
    ownerName: z.string().nullable(),
    createdAt: instant,
    version: z.int(),
    /** 六.1.1)①: false beside a record with trade. */
    mayBeKept: z.boolean(),
    /** What hangs on it and goes over. */
    hanging: z.array(z.object({ label: z.string(), count: z.int() })),
  })
  .meta({ id: 'MergeRecord' })
export type MergeRecord = z.output<typeof record>

export const mergePreview = z
  .object({
    records: z.array(record),
    suggestedId: id,
    /** Every field with what each record says, in the order of the records; null where it says nothing. */
    fields: z.array(z.object({ field, label: z.string(), values: z.array(z.string().nullable()) })),
    /** What to know before: what cannot go over, people of the same name. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'MergePreview' })
export type MergePreview = z.output<typeof mergePreview>

const taken = z.object({ id, version })

const merge = z
  .object({
    kept: taken,
    others: z.array(taken).min(1, '请选择要合并的客户').max(2, '一次最多合并三家客户'),
    /** The fields that come from another record than the kept one. */
    take: z
      .array(z.object({ field, from: id }))
      .max(20)
      .default([]),
  })
  .meta({ id: 'CustomerMergeRequest' })
export type MergeRequest = z.output<typeof merge>

const merged = z
  .object({
    id,
    kept: z.object({ id, name: z.string(), number: z.string() }),
    others: z.array(z.object({ id, name: z.string(), number: z.string() })),
    mergedAt: instant,
    mergedBy: personRef,
    undoneAt: instant.nullable(),
    undoneBy: personRef.nullable(),
    undoableUntil: plainDate,
    undoable: z.boolean(),
  })
  .meta({ id: 'CustomerMerge' })
export type CustomerMerge = z.output<typeof merged>

const pairSide = z.object({
  id,
  number: z.string(),
  name: z.string(),
  grade: z.enum(grades),
  status: z.enum(accountStatuses),
  regionName: z.string(),
  ownerName: z.string().nullable(),
  contactCount: z.int(),
  createdAt: instant,
})

const pair = z
  .object({
    one: pairSide,
    other: pairSide,
    reasons: z.array(z.enum(duplicateReasons)),
    foundAt: instant,
    dismissedAt: instant.nullable(),
    dismissedBy: personRef.nullable(),
  })
  .meta({ id: 'DuplicatePair' })
export type DuplicatePair = z.output<typeof pair>

const pairOf = z.object({ oneId: id, otherId: id })

export const mergesApi = {
  preview: endpoint({
    method: 'GET',
    path: '/customer-merges/preview',
    summary: '合并前逐项比较两三家客户',
    access: 'customers.merge',
    query: z.object({ oneId: id, otherId: id, thirdId: id.optional() }),
    reply: mergePreview,
  }),
  merge: endpoint({
    method: 'POST',
    path: '/customer-merges',
    summary: '合并重复的客户：名下的一切归到保留的一家，30 天内可以撤销',
    access: 'customers.merge',
    clause: '二.2.4)(3)',
    body: merge,
    reply: merged,
    problems: ['version_conflict', 'duplicate_record'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/customer-merges',
    summary: '合并过的客户，新的在前',
    access: 'customers.merge',
    query: z.object({ ...page, keptId: id.optional() }),
    reply: pageOf(merged),
  }),
  undo: endpoint({
    method: 'DELETE',
    path: '/customer-merges/:id',
    summary: '撤销一次合并，整体撤销或不撤销',
    access: 'customers.merge',
    params,
    reply: merged,
    problems: ['changed_since', 'window_closed'],
  }),
  pairs: endpoint({
    method: 'GET',
    path: '/duplicate-customers',
    summary: '疑似重复的客户，两家一对',
    access: 'customers.merge',
    clause: '二.2.4)(3)',
    query: z.object({ ...page, dismissed: z.stringbool().optional() }),
    reply: pageOf(pair),
  }),
  dismiss: endpoint({
    method: 'POST',
    path: '/duplicate-customers/dismissals',
    summary: '不是重复：以后不再提示这一对',
    access: 'customers.merge',
    body: pairOf,
  }),
  reopen: endpoint({
    method: 'DELETE',
    path: '/duplicate-customers/dismissals',
    summary: '重新提示这一对',
    access: 'customers.merge',
    body: pairOf,
  }),
}
