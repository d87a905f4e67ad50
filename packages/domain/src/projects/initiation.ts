import type { PlainDate } from '../calendar/dates.ts'

/** 立项申请 (§2B), as far as it is filled in; 客户 and 项目 are those of the project itself. */
export interface Initiation {
  amountFen: number | null
  marginBasisPoints: number | null
  signDate: PlainDate | null
  budgetFen: number | null
  fundSource: string | null
  decisionChain: string | null
  competition: string | null
  resources: string | null
  risks: string | null
}

export const initiationLabel: Record<keyof Initiation, string> = {
  amountFen: '预计合同额',
  marginBasisPoints: '预计毛利率',
  signDate: '预计签约日',
  budgetFen: '客户预算',
  fundSource: '资金来源',
  decisionChain: '决策链',
  competition: '竞争情况',
  resources: '所需售前资源',
  risks: '风险',
}

/** What must still be filled in before it can be submitted; 七.2.2) decides on the whole picture. */
export function missingIn(initiation: Initiation): { path: string; message: string }[] {
  // Object.keys forgets the key type of a literal table.
  const fields = Object.keys(initiationLabel) as (keyof Initiation)[]
  return fields
    .filter((field) => initiation[field] === null)
    .map((path) => ({ path, message: `请填写${initiationLabel[path]}` }))
}

/** What the approver should notice before he decides. */
export function hintsFor(
  { amountFen, marginBasisPoints, signDate, budgetFen }: Initiation,
  project: { amountFen: number },
  today: PlainDate,
): string[] {
  const hints: string[] = []
  if (amountFen !== null && amountFen !== project.amountFen) hints.push('预计合同额与项目现在的金额不同')
  if (amountFen !== null && budgetFen !== null && budgetFen < amountFen) hints.push('客户预算低于预计合同额')
  if (marginBasisPoints !== null && marginBasisPoints < lowMargin) hints.push('预计毛利率低于 10%')
  if (signDate !== null && signDate < today) hints.push('预计签约日已经过了')
  return hints
}

/** §4E: below it a quotation needs 总经理. */
const lowMargin = 1000
