import { codesOf } from '../codes.ts'

/** 六.3.1)⑥ the six factors in the regulation's words, and from ③ 采购计划 and 采购时间, which the first gate asks for, too. */
export const factorLabel = {
  plan: '采购进度',
  budget: '预算',
  need: '需求',
  decision: '决策',
  competition: '竞争',
  priority: '优先评估项',
  time: '采购时间',
} as const
export type Factor = keyof typeof factorLabel
export const factors = codesOf(factorLabel)

/** 六.3.1)③ who among the customer's people does what in this purchase. */
export const slotRoleLabel = {
  decision: '决策人',
  influence: '影响者',
  specification: '指标制定',
  contract: '合同条款',
  timing: '采购时间',
  budget: '预算',
} as const
export type SlotRole = keyof typeof slotRoleLabel
export const slotRoles = codesOf(slotRoleLabel)

export const memberRoleLabel = {
  sales: '销售',
  technology: '技术',
  commerce: '商务',
  delivery: '实施',
} as const
export type MemberRole = keyof typeof memberRoleLabel
export const memberRoles = codesOf(memberRoleLabel)

export const competitorOutcomeLabel = { won: '中标', lost: '未中', withdrawn: '退出' } as const
export const competitorOutcomes = codesOf(competitorOutcomeLabel)
