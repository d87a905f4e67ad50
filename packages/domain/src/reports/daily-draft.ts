import type { AccountStatus } from '../customers/account.ts'
import { accountStatusLabel } from '../customers/account.ts'
import type { Grade } from '../customers/grade.ts'
import type { VisitKind } from '../customers/visit.ts'

/** What a line of a report came from, so that it can be opened; null for a line typed by hand. */
export type DraftRef = { type: 'visit' | 'account' | 'grade_change' | 'report'; id: string }
export type DraftLine = { text: string; ref: DraftRef | null }

/** A next step promised for this day: by yesterday's report, or by a visit whose next date it is. */
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
}

/** How much one line of a report may say; a visit may say more, so its line is cut. */
export const lineLimit = 1000

/** 五.1.2)①: both boxes of the daily report, prefilled from what the system already knows of the day. */
export function dailyDraft(facts: DayFacts): { planLines: DraftLine[]; resultLines: DraftLine[] } {
  return {
    planLines: facts.plannedSteps.toSorted(byTime).map(({ text, ref }) => ({ text: clipLine(text), ref })),
    resultLines: [
      ...facts.visits.toSorted(byTime).map(visitLine),
      ...facts.newCustomers.map(newCustomerLine),
      ...facts.gradeChanges.map(gradeChangeLine),
    ].map(({ text, ref }) => ({ text: clipLine(text), ref })),
  }
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

/** 五.1.2)①: what was not done asks for 存在问题及计划. */
export function lacksIssue(report: {
  description: readonly { text: string; done: boolean | null }[]
  issue: string | null
}): boolean {
  return unfinished(report.description) > 0 && !report.issue?.trim()
}

/** A report counts as filled in when both prescribed boxes say something. */
export function isComplete({ plan, result }: { plan: string; result: string }): boolean {
  return plan.trim() !== '' && result.trim() !== ''
}

/** Steps of the day that have no time come after those that have one. */
function byTime(one: { at: Date | null }, other: { at: Date | null }): number {
  return (one.at?.getTime() ?? Number.MAX_SAFE_INTEGER) - (other.at?.getTime() ?? Number.MAX_SAFE_INTEGER)
}

function visitLine(visit: DraftVisit): DraftLine {
  const people = visit.contacts
    .map(({ name, position }) => (position ? `${name}（${position}）` : name))
    .join('、')
  const outcome = [trimEnd(visit.result), problemOf(visit)].filter(Boolean).join('；')
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

/** 存在的问题 is required of a visit, so "无" is the usual answer and says nothing in a report. */
function problemOf({ problem }: DraftVisit): string {
  const text = trimEnd(problem)
  return text === '' || text === '无' ? '' : `问题是${text}`
}

function newCustomerLine(customer: DraftNewCustomer): DraftLine {
  const contact = `${customer.contactName}（${customer.contactPosition}）`
  const text = `新客户：${customer.name}，联系人${contact}，${accountStatusLabel[customer.status]}。`
  return { text, ref: { type: 'account', id: customer.id } }
}

/** 六.1.2)②: a change of grade must appear in a work report. */
function gradeChangeLine({ id, account, from, to, reason }: DraftGradeChange): DraftLine {
  const text = `客户等级变化：${account} ${from} → ${to}，${trimEnd(reason)}。`
  return { text, ref: { type: 'grade_change', id } }
}

function trimEnd(text: string): string {
  return text.trim().replace(/[。．.；;，,]+$/, '')
}
