import { type Activity, newActivity } from '@zhuowei/contract/activities.ts'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { atShanghai, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import type { AccountStatus } from '@zhuowei/domain/customers/account.ts'
import { changeGrade, type Grade } from '@zhuowei/domain/customers/grade.ts'
import { normaliseName } from '@zhuowei/domain/customers/name.ts'
import type { CallDirection, VisitKind } from '@zhuowei/domain/customers/visit.ts'
import { type WordItem, wordItems } from '@zhuowei/domain/feedback/form.ts'
import type * as z from 'zod'

/** What stands in the form, as it is kept on the device while it is being written. */
export interface VisitDraft {
  /** The server records each key once: a form sent again after a lost answer is not a second visit. */
  key: string
  /** For the list of what was begun and not finished. */
  customerName: string
  kind: VisitKind
  /** 三.7 of a call; null until it is said. */
  callDirection: CallDirection | null
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
  /** 六.1.1)④ asked when the customer becomes A and nobody has written it yet. */
  resources: string
  /** The person has looked: nothing about the customer has changed. */
  recordIsCurrent: boolean
  nextStep: string
  nextOn: string | null
  /** 六.3.2)② what was learned for the 反馈表, by item; blank ones were not asked. */
  answers: Partial<Record<WordItem, string>>
  /** 六.3.1)⑦ of whom one heard there; goes into the same form. */
  competitors: readonly { name: string; assessment: string }[]
}

export type VisitBody = z.input<typeof newActivity>

interface Beginning {
  kind: VisitKind
  visitorId: string
  customerName: string
}

export function blankDraft({ kind, visitorId, customerName }: Beginning): VisitDraft {
  return {
    key: crypto.randomUUID(),
    customerName,
    kind,
    callDirection: null,
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
    resources: '',
    recordIsCurrent: false,
    nextStep: '',
    nextOn: null,
    answers: {},
    competitors: [],
  }
}

/** The form of an existing record; its customer's status and grade are changed by their own commands. */
export function draftOf(activity: Activity): VisitDraft {
  const { kind, customer, author } = activity
  return {
    ...blankDraft({ kind, visitorId: author.id, customerName: customer.name }),
    callDirection: activity.callDirection,
    when: momentOf(new Date(activity.happenedAt)),
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
  const { content, result, problem, nextStep } = draft
  return [content, result, problem, nextStep].some((text) => text.trim() !== '') || hasAnswers(draft)
}

/** Whether something stands there for the 反馈表. */
export const hasAnswers = ({ answers, competitors }: VisitDraft): boolean =>
  Object.values(answers).some((text) => text.trim() !== '') || competitors.some(isSaid)

export function momentOf(instant: Date): { date: string; time: string } {
  return { date: shanghaiDate(instant), time: shanghaiTime(instant) }
}

/** The part that a new record and a correction have in common. Whole minutes, so that “now” never lies ahead of the server. */
export function visitFacts(draft: VisitDraft, now: Date) {
  const { kind, content, result, problem, affectsFollowUp, nextStep, nextOn } = draft
  const { date, time } = draft.when ?? momentOf(now)
  return {
    kind,
    callDirection: kind === 'call' ? draft.callDirection : null,
    happenedAt: atShanghai(date, time).toISOString(),
    visitorIds: [...draft.visitorIds],
    contactIds: [...draft.contactIds],
    content,
    result,
    problem,
    affectsFollowUp,
    nextStep,
    nextOn,
  }
}

type CustomerNow = Pick<Customer, 'id' | 'status' | 'grade' | 'tradeStatus' | 'resources'>

export function visitBody(draft: VisitDraft, customer: CustomerNow, now: Date): VisitBody {
  return {
    customerId: customer.id,
    ...visitFacts(draft, now),
    customerUpdate: customerUpdateOf(draft, customer),
    feedback: feedbackOf(draft),
  }
}

function feedbackOf({ answers, competitors }: VisitDraft): VisitBody['feedback'] {
  const words = wordItems.flatMap((item) => {
    const text = answers[item]?.trim()
    return text ? [{ item, text }] : []
  })
  const lines = competitors.filter(isSaid)
  return lines.length > 0 ? [...words, { item: 'competitors', lines }] : words
}

export const isSaid = (line: { name: string; assessment: string }) =>
  line.name.trim() !== '' || line.assessment.trim() !== ''

/** 六.2.4): what the visit changes about the customer; undefined when the person has put it off. */
export function customerUpdateOf(draft: VisitDraft, customer: CustomerNow) {
  if (!draft.affectsFollowUp) return undefined
  const status = draft.status === customer.status ? null : draft.status
  const grade = draft.grade === customer.grade ? null : draft.grade
  if (!status && !grade) return draft.recordIsCurrent ? {} : undefined
  const resources = draft.resources.trim()
  return {
    ...(status && { status }),
    ...(grade && { grade, gradeReason: draft.gradeReason.trim() }),
    ...(grade === 'A' && resources && { resources }),
  }
}

/** Everything that is missing or wrong, all at once, by the contract's own shape and the rules of the domain. */
export function visitErrors(
  draft: VisitDraft,
  customer: CustomerNow,
  now: Date,
): { path: string; message: string }[] {
  const body = visitBody(draft, customer, now)
  const issues = newActivity.safeParse(body).error?.issues ?? []
  const errors = issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  if (new Date(body.happenedAt) > now)
    errors.push({ path: 'happenedAt', message: '时间不能晚于现在；以后的事请写在下一步里' })
  if (draft.nextOn && draft.nextStep.trim() === '')
    errors.push({ path: 'nextStep', message: '请写明下一步要做什么' })
  errors.push(...repeatedCompetitors(body))
  const to = body.customerUpdate?.grade
  if (to) {
    const { grade: from, tradeStatus: trade } = customer
    const resources = draft.resources.trim() || (customer.resources ?? '')
    const verdict = changeGrade({ from, to, trade, reason: draft.gradeReason, resources })
    const reasons = verdict.ok ? [] : verdict.reasons
    errors.push(
      ...reasons.map(({ text, clause }) => ({
        path: clause === '六.1.1)④' ? 'customerUpdate.resources' : 'customerUpdate.gradeReason',
        message: text,
      })),
    )
  }
  return errors
}

/** As the server finds them; said before the visit is kept on a device without network. */
function repeatedCompetitors({ feedback = [] }: VisitBody): { path: string; message: string }[] {
  return feedback.flatMap((answer, at) => {
    if (answer.item !== 'competitors') return []
    const keys = answer.lines.map(({ name }) => normaliseName(name))
    return answer.lines.flatMap(({ name }, index) =>
      keys[index] && keys.indexOf(keys[index]) < index
        ? [{ path: `feedback.${at}.lines.${index}.name`, message: `${name.trim()}前面已经写过，请合成一行` }]
        : [],
    )
  })
}
