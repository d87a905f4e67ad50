import type { AccountStatus } from '@zhuowei/domain/customers/account.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import type { Writing } from '../platform/http/implement.ts'
import { customerFor } from './find.ts'
import { changeGrade } from './grade.ts'
import { writeStatuses } from './status.ts'

interface FollowUp {
  status?: AccountStatus
  grade?: Grade
  gradeReason: string | null
  resources: string | null
}

/** 六.2.4): what an important visit changed about the customer; what is already so stays as it is. */
export async function updateFollowUp(work: Writing, customerId: string, update: FollowUp): Promise<void> {
  const row = await customerFor(work, customerId, 'edit')
  if (update.status && update.status !== row.status) await writeStatuses(work, [row], update.status)
  if (update.grade && update.grade !== row.grade) {
    const { grade: to, gradeReason, resources } = update
    await changeGrade(work, customerId, { to, reason: gradeReason ?? '', resources })
  }
}
