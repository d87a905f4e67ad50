import type { Complaint } from '@zhuowei/contract/complaints.ts'
import { complaintLevelLabel, complaintStateLabel } from '@zhuowei/domain/complaints/complaint.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const stateTone: Record<Complaint['state'], Tone> = {
  notified: 'amber',
  dispatched: 'brand',
  handling: 'brand',
  callback: 'amber',
  reopened: 'red',
  closed: 'green',
}

export function ComplaintState({ state }: Pick<Complaint, 'state'>) {
  return <StateTag tone={stateTone[state]}>{complaintStateLabel[state]}</StateTag>
}

export const isEscalated = ({ state, escalatedAt }: Complaint) => escalatedAt !== null && state !== 'closed'

/** What was 总经理's from the start (G20) cannot go up to him: it is late. */
export function EscalatedTag({ forGm }: Pick<Complaint, 'forGm'>) {
  return <StateTag tone="red">{forGm ? '逾期' : '已升级'}</StateTag>
}

const levelTone: Record<Complaint['level'], Tone> = { normal: 'outlined', major: 'amber', urgent: 'red' }

export function LevelTag({ level }: { level: Complaint['level'] }) {
  return <StateTag tone={levelTone[level]}>{complaintLevelLabel[level]}</StateTag>
}

/** Whom or what the complaint is about. */
export function targetText({ about, targetPerson, targetDepartment, customer }: Complaint): string {
  if (about === 'person') return targetPerson?.name ?? ''
  return (about === 'department' ? targetDepartment : customer?.name) ?? ''
}

/** What a list calls it: the customer, or without one whom it is about. */
export const titleOf = (complaint: Complaint) => complaint.customer?.name ?? targetText(complaint)

/** The clock that runs: the callback, the solution, or before anything was said the first answer. */
export function clockOf(complaint: Complaint): { label: string; dueAt: string } | null {
  const { state, respondedAt, responseDueAt, solutionDueAt, callbackDueAt } = complaint
  if (state === 'closed') return null
  if (state === 'callback') return { label: '回访', dueAt: callbackDueAt ?? solutionDueAt }
  return respondedAt ? { label: '解决', dueAt: solutionDueAt } : { label: '回应', dueAt: responseDueAt }
}
