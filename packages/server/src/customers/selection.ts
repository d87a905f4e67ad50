import type { BulkGrade, BulkPreviewOf, BulkStatus } from '@zhuowei/contract/bulk.ts'
import type { AccountStatus } from '@zhuowei/domain/customers/account.ts'
import { accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { type BulkPlan, changeMany, previewMany } from './bulk.ts'
import type { Choosing } from './chosen.ts'
import { objections, writeGrades } from './grade.ts'
import { writeStatuses } from './status.ts'
import { tagsPlan } from './tag-changes.ts'
import { transferPlan } from './transfer.ts'

export const changeGrades = (work: Choosing, body: BulkGrade) => changeMany(work, body, gradePlan(work, body))

export const changeStatuses = (work: Choosing, body: BulkStatus) =>
  changeMany(work, body, statusPlan(work, body))

/** What a command would do, by the very plan that does it. The reason is written later, so that its absence is no objection here. */
export async function previewBulk(work: Choosing, body: BulkPreviewOf) {
  switch (body.kind) {
    case 'grade':
      return previewMany(work, body, gradePlan(work, { ...body, reason: '预览' }))
    case 'status':
      return previewMany(work, body, statusPlan(work, body))
    case 'transfer':
      return previewMany(work, body, await transferPlan(work, { ...body, reason: '' }))
    case 'tags':
      return previewMany(work, body, await tagsPlan(work, body))
  }
}

function gradePlan(
  work: Choosing,
  { to, reason, resources }: Pick<BulkGrade, 'to' | 'reason' | 'resources'>,
): BulkPlan<'changeGrade'> {
  return {
    kind: 'grade',
    act: 'changeGrade',
    summary: `等级调整为 ${to} 级`,
    reason,
    objection: (row) => objections(row, { to, reason, resources })[0]?.text ?? null,
    from: ({ grade }) => `${grade} 级`,
    to: () => `${to} 级`,
    before: ({ grade, gradeSince, resources: known }) => ({ grade, gradeSince, resources: known }),
    write: (rows) => writeGrades(work, rows, { to, reason, resources: to === 'A' ? resources : null }),
  }
}

function statusPlan(work: Choosing, { to }: Pick<BulkStatus, 'to'>): BulkPlan<'edit'> {
  return {
    kind: 'status',
    act: 'edit',
    summary: `客户状态改为${accountStatusLabel[to]}`,
    reason: null,
    objection: (row) => (row.status === to ? '客户状态已经是这样，没有变化' : null),
    from: ({ status }) => accountStatusLabel[status as AccountStatus], // check constraint customers_status_known
    to: () => accountStatusLabel[to],
    before: ({ status, statusSince }) => ({ status, statusSince }),
    write: (rows) => writeStatuses(work, rows, to),
  }
}
