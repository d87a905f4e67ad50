import type { PlainDate } from '../calendar/dates.ts'
import type { AccountStatus } from '../customers/account.ts'
import { accountStatusLabel } from '../customers/account.ts'
import type { Grade } from '../customers/grade.ts'
import type { VisitKind } from '../customers/visit.ts'

/** What a line of a report came from, so that it can be opened; null for a line typed by hand. */
export type DraftRef = {
  type: 'visit' | 'account' | 'grade_change' | 'report' | 'task' | 'project'
  id: string
}
/**
 * `leftFrom`: the day in whose plan the line stood first, or the Monday of that week, when it was not done then; `carried`: how many
 * weeks have handed it on since.
 */
export type DraftLine = { text: string; ref: DraftRef | null; leftFrom?: PlainDate; carried?: number }

/** A next step for this day: left over from the last report, or promised at a visit. */
export type PlannedStep = DraftLine & { at: Date | null }
export type DraftVisit = {
  id: string
  at: Date
  kind: VisitKind
  account: string
  contacts: readonly { name: string; position: string }[]
  result: string
  problem: string
}
export type DraftNewCustomer = {
  id: string
  name: string
  contactName: string
  contactPosition: string
  status: AccountStatus
}
export type DraftGradeChange = { id: string; account: string; from: Grade; to: Grade; reason: string }

export type DayFacts = {
  plannedSteps: readonly PlannedStep[]
  visits: readonly DraftVisit[]
  newCustomers: readonly DraftNewCustomer[]
  gradeChanges: readonly DraftGradeChange[]
  /** 二.2.1)(15) lines of what was assigned and is done. */
  finishedTasks: readonly DraftLine[]
}

/** How much one line of a report may say; a visit may say more, so its line is cut. */
export const lineLimit = 1000

/** How many lines one box holds. */
export const linesLimit = 100

/** 五.1.2)①: both boxes of the daily report, prefilled from what the system already knows of the day. */
export function dailyDraft(facts: DayFacts): { planLines: DraftLine[]; resultLines: DraftLine[] } {
  return {
    planLines: facts.plannedSteps
      .toSorted(byTime)
      .map(({ at: _, text, ...line }) => ({ ...line, text: clipLine(text) })),
    resultLines: [
      ...facts.visits.toSorted(byTime).map(visitLine),
      ...facts.newCustomers.map(newCustomerLine),
      ...facts.gradeChanges.map(gradeChangeLine),
      ...facts.finishedTasks,
    ].map(({ text, ref }) => ({ text: clipLine(text), ref })),
  }
}

/** What the plan of the last report leaves for the next: every line that was not marked as done, with the day it was first planned for. */
export function leftOver<L extends DraftLine & { done: boolean | null }>(
  last: { id: string; date: PlainDate },
  plan: readonly L[],
): DraftLine[] {
  return plan
    .filter(({ text, done }) => done !== true && text.trim() !== '')
    .map(({ text, ref, leftFrom }) => ({
      text,
      ref: ref ?? { type: 'report', id: last.id },
      leftFrom: leftFrom ?? last.date,
    }))
}

/** What was left over and is promised again for this day is one line, not two. */
export function plannedOnce(left: readonly DraftLine[], promised: readonly PlannedStep[]): PlannedStep[] {
  const same = (one: DraftLine, other: DraftLine) =>
    one.text === other.text || (one.ref !== null && one.ref.type !== 'report' && one.ref.id === other.ref?.id)
  return [
    ...left.map((line) => ({ ...line, at: promised.find((step) => same(line, step))?.at ?? null })),
    ...promised.filter((step) => !left.some((line) => same(line, step))),
  ]
}

export function clipLine(text: string): string {
  if (text.length <= lineLimit) return text
  // The cut must not leave half of a character outside the basic plane.
  return `${text.slice(0, lineLimit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** How many lines of the plan were not done. */
export function unfinished(plan: readonly { text: string; done: boolean | null }[]): number {
  return plan.filter(({ text, done }) => done === false && text.trim() !== '').length
}

/** Whether a report tells of a problem: under its own heading, by a plan that was not kept, or in the line of a visit. */
export function tellsProblem(report: {
  description: readonly { text: string; done: boolean | null }[]
  result: readonly { text: string }[]
  issue: string | null
}): boolean {
  return (
    Boolean(report.issue?.trim()) ||
    unfinished(report.description) > 0 ||
    report.result.some(({ text }) => text.includes(problemWords))
  )
}

/** 五.1.2)①, 五.2.3)②: what was not done asks for 存在问题, for all of it together or line by line. */
export function lacksIssue(report: {
  description: readonly { text: string; done: boolean | null; issue?: string | undefined }[]
  issue: string | null
}): boolean {
  const untold = report.description.filter((line) => !line.issue?.trim())
  return unfinished(untold) > 0 && !report.issue?.trim()
}

/** A report counts as filled in when both prescribed boxes say something. */
export function isComplete({ plan, result }: { plan: string; result: string }): boolean {
  return plan.trim() !== '' && result.trim() !== ''
}

/** Steps of the day that have no time come after those that have one. */
function byTime(one: { at: Date | null }, other: { at: Date | null }): number {
  return (one.at?.getTime() ?? Number.MAX_SAFE_INTEGER) - (other.at?.getTime() ?? Number.MAX_SAFE_INTEGER)
}

export function visitLine(visit: DraftVisit): DraftLine {
  const people = visit.contacts
    .map(({ name, position }) => (position ? `${name}（${position}）` : name))
    .join('、')
  const outcome = `${trimEnd(visit.result)}${problemOf(visit)}`
  const what = visitSentence[visit.kind](`${visit.account}${people}`)
  return { text: outcome ? `${what}：${outcome}。` : `${what}。`, ref: { type: 'visit', id: visit.id } }
}

const visitSentence: Record<VisitKind, (whom: string) => string> = {
  visit: (whom) => `拜访${whom}`,
  call: (whom) => `电话联系${whom}`,
  tech_exchange: (whom) => `与${whom}技术交流`,
  proposal: (whom) => `向${whom}汇报方案`,
  banquet: (whom) => `宴请${whom}`,
  event: (whom) => `邀请${whom}参加活动`,
}

const problemWords = '；问题是'

/** 存在的问题 is required of a visit, so "无" is the usual answer and says nothing in a report. */
function problemOf({ problem }: DraftVisit): string {
  const text = trimEnd(problem)
  return text === '' || text === '无' ? '' : `${problemWords}${text}`
}

export function newCustomerLine(customer: DraftNewCustomer): DraftLine {
  const contact = `${customer.contactName}（${customer.contactPosition}）`
  const text = `新客户：${customer.name}，联系人${contact}，${accountStatusLabel[customer.status]}。`
  return { text, ref: { type: 'account', id: customer.id } }
}

/** 六.1.2)②: a change of grade must appear in a work report. */
export function gradeChangeLine({ id, account, from, to, reason }: DraftGradeChange): DraftLine {
  const text = `客户等级变化：${account} ${from} → ${to}，${trimEnd(reason)}。`
  return { text, ref: { type: 'grade_change', id } }
}

export function trimEnd(text: string): string {
  return text.trim().replace(/[。．.；;，,]+$/, '')
}
