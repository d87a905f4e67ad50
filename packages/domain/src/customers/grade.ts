import type { ClauseId } from '../clauses/regulation-text.ts'
import { codesOf } from '../codes.ts'

export const gradeLabel = { A: '重点', B: '一般', C: '有潜力' } as const
export type Grade = keyof typeof gradeLabel
export const grades = codesOf(gradeLabel)

export const tradeStatusLabel = { traded: '交易客户', untraded: '无交易客户' } as const
export type TradeStatus = keyof typeof tradeStatusLabel
export const tradeStatuses = codesOf(tradeStatusLabel)

/** 六.1.1)④⑤⑥, shown in the grade picker. */
export const gradeDefinition: Record<Grade, { text: string; clause: ClauseId }> = {
  A: {
    text: 'A级客户属于重要客户，主要描述：重点跟进客户、公司或者个人有相关资源可以辅助市场开拓',
    clause: '六.1.1)④',
  },
  B: {
    text: 'B级客户属于一般客户，主要描述：项目主管与该客户关系处理的比较好，并达成一定的合作共识',
    clause: '六.1.1)⑤',
  },
  C: {
    text: 'C级客户属于潜力客户，主要描述：该客户有一定潜力，但从市场和技术不属于我们重点开拓区域',
    clause: '六.1.1)⑥',
  },
}

/** 六.1.1)②③: a customer with trade has no grade C. */
export function allowedGrades(trade: TradeStatus): Grade[] {
  return trade === 'traded' ? ['A', 'B'] : ['A', 'B', 'C']
}

interface GradeChange {
  from: Grade
  to: Grade
  trade: TradeStatus
  reason: string
  /** 资源说明: what the company or the person can bring in; kept with the customer once it has been written. */
  resources: string
}
type GradeChangeVerdict = { ok: true } | { ok: false; reasons: { text: string; clause: ClauseId }[] }

/** 六.1.2)①: the owner changes the grade himself, but says why, and for an A customer which resources stand behind it. */
export function changeGrade({ from, to, trade, reason, resources }: GradeChange): GradeChangeVerdict {
  const reasons: { text: string; clause: ClauseId }[] = []
  if (from === to) reasons.push({ text: `客户已经是 ${to} 级，没有变化。`, clause: '六.1.2)①' })
  if (!allowedGrades(trade).includes(to))
    reasons.push({ text: `交易客户只分 A、B 级，不能设为 ${to} 级。`, clause: '六.1.1)②' })
  if (reason.trim() === '')
    reasons.push({ text: '请填写等级变化的理由，它会写入工作汇报。', clause: '六.1.2)②' })
  if (to === 'A' && resources.trim() === '') reasons.push(resourcesMissing)
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons }
}

/** 六.1.1)④: an A customer is one where somebody has resources that help to open the market; which ones is written down. */
export const resourcesMissing = {
  text: 'A 级客户请写明资源说明：公司或者个人有哪些资源可以辅助市场开拓。',
  clause: '六.1.1)④',
} as const satisfies { text: string; clause: ClauseId }

/** 六.1.1)②: the first deal lifts C to B; A and B stay. */
export function gradeAfterFirstDeal(grade: Grade): Grade {
  return grade === 'C' ? 'B' : grade
}
