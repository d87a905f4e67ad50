import { accountStatuses } from '@zhuowei/domain/customers/account.ts'
import { grades } from '@zhuowei/domain/customers/grade.ts'
import * as z from 'zod'
import { bulkOutcome, customerFilters, named, resources, skippedRows } from './customer-shapes.ts'
import { endpoint } from './kernel.ts'
import { id, instant, pageOf, personRef, requiredText } from './shapes.ts'

/** Chosen rows, or all that a list with these conditions shows at the moment of the command. */
const selection = {
  ids: z.array(id).min(1, '请先选择客户').max(500, '一次最多处理 500 家客户').optional(),
  matching: customerFilters.optional(),
}
const chosen = (body: { ids?: unknown; matching?: unknown }) =>
  (body.ids === undefined) !== (body.matching === undefined)
const unchosen = { message: '请先选择客户', path: ['ids'] }

const newGrade = { to: z.enum(grades, '请选择客户等级'), resources }
const newStatus = { to: z.enum(accountStatuses, '请选择客户状态') }
const newPlace = {
  /** Null puts the customers into the manager's pool; left out, each keeps its owner. */
  toOwnerId: id.nullable().optional(),
  /** Left out: the customer stays in its region. */
  toRegionId: id.optional(),
}
const newTags = { add: z.array(id).max(20).default([]), remove: z.array(id).max(20).default([]) }
const moved = (body: { toOwnerId?: unknown; toRegionId?: unknown }) =>
  body.toOwnerId !== undefined || body.toRegionId !== undefined
const unmoved = { message: '请选择接收人或片区', path: ['toOwnerId'] }

export const bulkGrade = z
  .object({ ...selection, ...newGrade, reason: requiredText('等级变化的理由', 500) })
  .refine(chosen, unchosen)
export type BulkGrade = z.output<typeof bulkGrade>

export const bulkStatus = z.object({ ...selection, ...newStatus }).refine(chosen, unchosen)
export type BulkStatus = z.output<typeof bulkStatus>

export const transfer = z
  .object({ ...selection, ...newPlace, reason: requiredText('移交原因', 500) })
  .refine(chosen, unchosen)
  .refine(moved, unmoved)
  .meta({ id: 'CustomerTransfer' })
export type CustomerTransfer = z.output<typeof transfer>

const bulkTags = z
  .object({ ...selection, ...newTags })
  .refine(chosen, unchosen)
  .refine(({ add, remove }) => add.length + remove.length > 0, { message: '请选择标签', path: ['add'] })
export type BulkTags = z.output<typeof bulkTags>

export type CustomerSelection = Pick<BulkGrade, 'ids' | 'matching'>

/** The same commands before they are given; a reason is not needed to look. */
const bulkPreviewOf = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('grade'), ...selection, ...newGrade }),
    z.object({ kind: z.literal('status'), ...selection, ...newStatus }),
    z.object({ kind: z.literal('transfer'), ...selection, ...newPlace }),
    z.object({ kind: z.literal('tags'), ...selection, ...newTags }),
  ])
  .refine(chosen, unchosen)
export type BulkPreviewOf = z.output<typeof bulkPreviewOf>

const bulkPreview = z
  .object({
    changed: z.int(),
    /** What would stand there instead of what, with the first names. */
    steps: z.array(z.object({ from: z.string(), to: z.string(), count: z.int(), customers: z.array(named) })),
    skipped: skippedRows,
  })
  .meta({ id: 'BulkPreview' })
export type BulkPreview = z.infer<typeof bulkPreview>

const undoPreview = z
  .object({
    changed: z.int(),
    /** What would stand there again, with the first names. */
    back: z.array(z.object({ to: z.string(), count: z.int(), customers: z.array(named) })),
    kept: skippedRows,
  })
  .meta({ id: 'BulkUndoPreview' })
export type BulkUndoPreview = z.infer<typeof undoPreview>

export const bulkKinds = ['grade', 'status', 'transfer', 'tags'] as const

const bulkChange = z
  .object({
    id,
    kind: z.enum(bulkKinds),
    summary: z.string(),
    reason: z.string().nullable(),
    changed: z.int(),
    madeBy: personRef,
    madeAt: instant,
    undone: z.object({ by: personRef, at: instant, kept: skippedRows }).nullable(),
  })
  .meta({ id: 'BulkChange' })
export type BulkChange = z.infer<typeof bulkChange>

export const bulkApi = {
  changeTags: endpoint({
    method: 'POST',
    path: '/customers/tag-changes',
    summary: '给选中客户加上或去掉标签；可以是选中的，也可以是符合条件的全部（至多 10,000 家）',
    access: 'customers.write',
    body: bulkTags,
    reply: bulkOutcome,
  }),
  preview: endpoint({
    method: 'POST',
    path: '/customers/bulk-previews',
    summary: '批量修改之前看：会改多少家、由什么改为什么、哪些不动和原因',
    access: 'customers.write',
    body: bulkPreviewOf,
    reply: bulkPreview,
  }),
  list: endpoint({
    method: 'GET',
    path: '/customers/bulk-changes',
    summary: '批量修改的记录：自己做的；部门经理看全部门的',
    access: 'customers.write',
    query: z.object({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    reply: pageOf(bulkChange),
  }),
  previewUndo: endpoint({
    method: 'POST',
    path: '/customers/bulk-changes/:id/undo-previews',
    summary: '撤销批量修改之前看：哪些恢复为什么、哪些保留和原因',
    access: 'customers.write',
    params: z.object({ id }),
    reply: undoPreview,
    problems: ['nothing_to_decide'],
  }),
  undo: endpoint({
    method: 'DELETE',
    path: '/customers/bulk-changes/:id',
    summary: '撤销整个批量修改；之后有人改过的客户保留并写明原因，一家也恢复不了时不撤销',
    access: 'customers.write',
    params: z.object({ id }),
    reply: bulkOutcome,
    problems: ['nothing_to_decide'],
  }),
}
