import type { ApprovalCard } from '@zhuowei/contract/approval-shapes.ts'
import type { ApprovalState } from '@zhuowei/domain/approvals/approval.ts'
import type { ApprovalKind } from '@zhuowei/domain/approvals/definition.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { initiationSubject } from '../projects/initiation-subject.ts'

/** What a kind of case shows and does; whoever takes part in the approval reads the card, whatever else he may see. */
export interface Subject {
  card(db: Database | Trx, subjectId: string, now: Date): Promise<ApprovalCard>
  /** What follows, in the same transaction; `waiting` when it is submitted. */
  after(work: Writing, subjectId: string, state: ApprovalState): Promise<void>
}

/** Every kind that can be submitted; a new one is one line here. */
const subjects: Partial<Record<ApprovalKind, Subject>> = { initiation: initiationSubject }

export const subjectOf = (kind: ApprovalKind): Subject | undefined => subjects[kind]
