import type { Parameters } from '../clauses/parameters.ts'
import type { ClauseId } from '../clauses/regulation-text.ts'
import { codesOf } from '../codes.ts'
import { type AccountStatus, accountStatusLabel } from './account.ts'
import { type Grade, gradeAfterFirstDeal, type TradeStatus } from './grade.ts'

/** Why the system proposes another grade (六(原则)③ 动态管理). The owner decides; the system never changes a grade. */
export const proposalRuleLabel = {
  deal: '已合作',
  ended: '休眠或流失',
  silent: '久未接触',
  active: '正在跟进',
} as const
export type ProposalRule = keyof typeof proposalRuleLabel
export const proposalRules = codesOf(proposalRuleLabel)

export interface GradeFacts {
  grade: Grade
  trade: TradeStatus
  status: AccountStatus
  /** Days since the last contact, or since the entry when there was none. */
  silentDays: number
  /** Contacts of the last 30 days. */
  contacts: number
}

export interface GradeProposal {
  rule: ProposalRule
  /** The trade is what is proposed where the customer is treated as one that has traded: the grade follows from it. */
  act: 'grade' | 'trade'
  to: Grade
  reason: string
  clause: ClauseId
}

type Thresholds = Pick<Parameters, 'grade.silentDaysA' | 'grade.silentDaysB' | 'grade.activeVisits'>

/** At most one proposal: the first rule that fits, the plainest fact first. */
export function proposeGrade(facts: GradeFacts, thresholds: Thresholds): GradeProposal | null {
  return afterDeal(facts) ?? afterEnd(facts) ?? inSilence(facts, thresholds) ?? inMotion(facts, thresholds)
}

function afterDeal({ grade, trade, status }: GradeFacts): GradeProposal | null {
  if (trade === 'traded' || status !== 'cooperating') return null
  const reason = '客户状态是已合作，却还是无交易客户'
  return { rule: 'deal', act: 'trade', to: gradeAfterFirstDeal(grade), reason, clause: '六.1.1)①' }
}

function afterEnd({ grade, status }: GradeFacts): GradeProposal | null {
  if (grade !== 'A' || (status !== 'dormant' && status !== 'lost')) return null
  const reason = `客户状态是${accountStatusLabel[status]}，A 级是重点跟进的客户`
  return { rule: 'ended', act: 'grade', to: 'B', reason, clause: '六.1.1)④' }
}

function inSilence({ grade, trade, silentDays }: GradeFacts, thresholds: Thresholds): GradeProposal | null {
  const to = grade === 'A' ? 'B' : grade === 'B' && trade === 'untraded' ? 'C' : null
  if (to === null) return null
  const most = grade === 'A' ? thresholds['grade.silentDaysA'] : thresholds['grade.silentDaysB']
  if (silentDays <= most) return null
  const reason = `${silentDays} 天没有接触，超过 ${grade} 级的 ${most} 天`
  return { rule: 'silent', act: 'grade', to, reason, clause: '六(原则)③' }
}

function inMotion({ grade, status, contacts }: GradeFacts, thresholds: Thresholds): GradeProposal | null {
  if (grade !== 'C') return null
  const pursued = status === 'interested' || status === 'project'
  if (!pursued && contacts < thresholds['grade.activeVisits']) return null
  const reason = pursued
    ? `客户状态是${accountStatusLabel[status]}，C 级是还不重点开拓的客户`
    : `30 天内接触了 ${contacts} 次，C 级是还不重点开拓的客户`
  return { rule: 'active', act: 'grade', to: 'B', reason, clause: '六.1.1)⑤' }
}
