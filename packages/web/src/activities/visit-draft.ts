import { type Activity, newActivity } from '@zhuowei/contract/activities.ts'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { atShanghai, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import type { AccountStatus } from '@zhuowei/domain/customers/account.ts'
import { changeGrade, type Grade } from '@zhuowei/domain/customers/grade.ts'
import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import type * as z from 'zod'

/** What stands in the form, as it is kept on the device while it is being written. */
export interface VisitDraft {
  kind: VisitKind
  /** Null is now: the moment of saving. */
  when: { date: string; time: string } | null
  visitorIds: readonly string[]
  contactIds: readonly string[]
  content: string
  result: string
  problem: string
  affectsFollowUp: boolean
  /** 六.2.4) said with the visit; null leaves the customer's value as it is. */
  status: AccountStatus | null
  grade: Grade | null
  gradeReason: string
  /** The person has looked: nothing about the customer has changed. */
  recordIsCurrent: boolean
  nextStep: string
  nextOn: string | null
}

export type VisitBody = z.input<typeof newActivity>
export type VisitErrors = Readonly<Record<string, string>>

export function blankDraft(kind: VisitKind, visitorId: string): VisitDraft {
  return {
    kind,
    when: null,
    visitorIds: [visitorId],
    contactIds: [],
    content: '',
    result: '',
    problem: '',
    affectsFollowUp: false,
    status: null,
    grade: null,
    gradeReason: '',
    recordIsCurrent: false,
    nextStep: '',
    nextOn: null,
  }
}

/** The form of an existing record; its customer's status and grade are changed by their own commands. */
export function draftOf(activity: Activity): VisitDraft {
  const at = new Date(activity.happenedAt)
  return {
    ...blankDraft(activity.kind, activity.author.id),
    when: { date: shanghaiDate(at), time: shanghaiTime(at) },
    visitorIds: activity.visitors.map(({ id }) => id),
    contactIds: activity.contacts.map(({ id }) => id),
    content: activity.content,
    result: activity.result,
    problem: activity.problem,
    affectsFollowUp: activity.affectsFollowUp,
    nextStep: activity.nextStep ?? '',
    nextOn: activity.nextOn,
  }
}

/** Whether a person has typed anything that would be a loss. */
export function isWorthKeeping(draft: VisitDraft): boolean {
  return [draft.content, draft.result, draft.problem, draft.nextStep].some((text) => text.trim() !== '')
}

/** The instant of the visit. Whole minutes, so that “now” can never lie ahead of the server's clock. */
export function happenedAt(draft: VisitDraft, now: Date): string {
  const { date, time } = draft.when ?? { date: shanghaiDate(now), time: shanghaiTime(now) }
  return atShanghai(date, time).toISOString()
}

/** 六.2.4): the part of the draft that changes the customer; undefined when the person has put it off. */
export function customerUpdateOf(draft: VisitDraft, customer: Pick<Customer, 'status' | 'grade'>) {
  if (!draft.affectsFollowUp) return undefined
  const { status, grade } = changesOf(draft, customer)
  if (!status && !grade) return draft.recordIsCurrent ? {} : undefined
  return { ...(status && { status }), ...(grade && { grade, gradeReason: draft.gradeReason.trim() }) }
}

export function changesOf(draft: VisitDraft, customer: Pick<Customer, 'status' | 'grade'>) {
  return {
    status: draft.status !== customer.status ? draft.status : null,
    grade: draft.grade !== customer.grade ? draft.grade : null,
  }
}

export function visitBody(draft: VisitDraft, customer: Customer, now: Date): VisitBody {
  const { kind, content, result, problem, affectsFollowUp, nextStep, nextOn } = draft
  return {
    customerId: customer.id,
    kind,
    happenedAt: happenedAt(draft, now),
    visitorIds: [...draft.visitorIds],
    contactIds: [...draft.contactIds],
    content,
    result,
    problem,
    affectsFollowUp,
    customerUpdate: customerUpdateOf(draft, customer),
    nextStep,
    nextOn: nextStep.trim() === '' && nextOn === null ? null : nextOn,
  }
}

/** Everything that is missing or wrong, by field, all at once: by the contract's own shape and the rules of the domain. */
export function visitErrors(draft: VisitDraft, customer: Customer, now: Date): VisitErrors {
  const errors: Record<string, string> = {}
  const parsed = newActivity.safeParse(visitBody(draft, customer, now))
  for (const issue of parsed.error?.issues ?? []) errors[issue.path.join('.')] ??= issue.message
  if (new Date(happenedAt(draft, now)) > now) errors.happenedAt = '时间不能晚于现在；以后的事请写在下一步里'
  if (draft.nextOn && draft.nextStep.trim() === '') errors.nextStep = '请写明下一步要做什么'
  const { grade } = changesOf(draft, customer)
  if (draft.affectsFollowUp && grade) {
    const { gradeReason: reason } = draft
    const verdict = changeGrade({ from: customer.grade, to: grade, trade: customer.tradeStatus, reason })
    if (!verdict.ok) errors['customerUpdate.gradeReason'] = verdict.reasons.map(({ text }) => text).join('')
  }
  return errors
}
