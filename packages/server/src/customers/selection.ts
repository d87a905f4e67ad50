import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import type { BulkGrade, BulkStatus } from '@zhuowei/contract/customers.ts'
import { type Choosing, chosenFor } from './chosen.ts'
import { objections, writeGrades } from './grade.ts'
import { writeStatuses } from './status.ts'

/** Selected rows, one command: what the rules allow is changed, the rest is left and told with its reason. */
export async function changeGrades(
  work: Choosing,
  { to, reason, resources, ...selection }: BulkGrade,
): Promise<BulkOutcome> {
  const { rows, outcome } = await chosenFor(
    work,
    selection,
    'changeGrade',
    (row) => objections(row, { to, reason, resources })[0]?.text ?? null,
  )
  await writeGrades(work, rows, { to, reason, resources })
  return outcome
}

export async function changeStatuses(work: Choosing, { to, ...selection }: BulkStatus): Promise<BulkOutcome> {
  const { rows, outcome } = await chosenFor(work, selection, 'edit', (row) =>
    row.status === to ? '客户状态已经是这样，没有变化' : null,
  )
  await writeStatuses(work, rows, to)
  return outcome
}
