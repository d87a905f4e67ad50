import { codesOf } from '../codes.ts'
import { type ProjectClass, projectClassLabel } from '../projects/class.ts'

/** What a case is about, as far as its way may depend on it; a subject states the facts that it has. */
export interface ApprovalFacts {
  amountFen?: number
  projectClass?: ProjectClass
  strategic?: boolean
  nonStandard?: boolean
  marginBasisPoints?: number
  days?: number
  regionId?: string
}

export const measureLabel = { amountFen: '金额', marginBasisPoints: '毛利率', days: '天数' } as const
export type Measure = keyof typeof measureLabel
export const measures = codesOf(measureLabel)

export const comparisonLabel = { above: '超过', atLeast: '不少于', below: '低于', atMost: '不超过' } as const
export type Comparison = keyof typeof comparisonLabel
export const comparisons = codesOf(comparisonLabel)

export const flagLabel = { strategic: '战略项目', nonStandard: '非标付款条款' } as const
export type Flag = keyof typeof flagLabel
export const flags = codesOf(flagLabel)

type Single =
  | { measure: Measure; is: Comparison; value: number }
  | { classes: readonly ProjectClass[] }
  | { regionIds: readonly string[] }
  | { flag: Flag }
type Joined<C> = { all: readonly C[] } | { any: readonly C[] }

/** When a step is asked for: one comparison, or several joined by 并且 (`all`) and 或者 (`any`), at most two deep. */
export type Condition = Single | Joined<Single | Joined<Single>>

/** What the case does not say counts as met: an approval too many does less harm than one too few. */
export function isMetBy(condition: Condition, facts: ApprovalFacts): boolean {
  if ('all' in condition) return condition.all.every((one) => isMetBy(one, facts))
  if ('any' in condition) return condition.any.some((one) => isMetBy(one, facts))
  if ('classes' in condition)
    return facts.projectClass === undefined || condition.classes.includes(facts.projectClass)
  if ('regionIds' in condition)
    return facts.regionId === undefined || condition.regionIds.includes(facts.regionId)
  if ('flag' in condition) return facts[condition.flag] ?? true
  const measured = facts[condition.measure]
  return measured === undefined || compare[condition.is](measured, condition.value)
}

const compare: Record<Comparison, (one: number, other: number) => boolean> = {
  above: (one, other) => one > other,
  atLeast: (one, other) => one >= other,
  below: (one, other) => one < other,
  atMost: (one, other) => one <= other,
}

/** The condition as a sentence; regions are named by whoever knows their names. */
export function wordsOf(condition: Condition, regionName: (id: string) => string = () => '某片区'): string {
  if ('all' in condition) return condition.all.map((one) => inner(one, regionName)).join('并且')
  if ('any' in condition) return condition.any.map((one) => inner(one, regionName)).join('或')
  if ('classes' in condition) return condition.classes.map((one) => projectClassLabel[one]).join('、')
  if ('regionIds' in condition) return condition.regionIds.map(regionName).join('、')
  if ('flag' in condition) return flagLabel[condition.flag]
  const { measure, is, value } = condition
  return `${measureLabel[measure]}${comparisonLabel[is]} ${inUnits[measure](value)}`
}

function inner(condition: Condition, regionName: (id: string) => string): string {
  const words = wordsOf(condition, regionName)
  return 'all' in condition || 'any' in condition ? `（${words}）` : words
}

const inUnits: Record<Measure, (value: number) => string> = {
  amountFen: (fen) => `${fen / 1_000_000} 万元`,
  marginBasisPoints: (points) => `${points / 100}%`,
  days: (days) => `${days} 天`,
}
