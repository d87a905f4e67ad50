import type { Parameters } from '../clauses/parameters.ts'
import { codesOf } from '../codes.ts'

/** 七.1 by amount. 战略项目 is no amount but a flag beside the class (G11). */
export const projectClassLabel = { large: '大项目', medium: '中型项目', small: '小项目' } as const
export type ProjectClass = keyof typeof projectClassLabel
export const projectClasses = codesOf(projectClassLabel)

type Thresholds = Pick<
  Parameters,
  'project.largeAboveWan' | 'project.mediumFromWan' | 'project.mediumToWan' | 'project.gapClass'
>

export const fenPerWan = 1_000_000

export interface AmountClass {
  class: ProjectClass
  /** Said beside the class where the regulation names none for this amount. */
  hint: string | null
}

/** 七.1 with G11: 大 above 200 万, 中 from 50 to 100 万, 小 below; what lies between is named by a parameter and says so. */
export function classOf(amountFen: number, thresholds: Thresholds): AmountClass {
  const wan = amountFen / fenPerWan
  if (wan > thresholds['project.largeAboveWan']) return { class: 'large', hint: null }
  if (wan < thresholds['project.mediumFromWan']) return { class: 'small', hint: null }
  if (wan <= thresholds['project.mediumToWan']) return { class: 'medium', hint: null }
  const gap = thresholds['project.gapClass']
  return { class: gap, hint: `制度未定义，按${gap === 'medium' ? '中型' : '大项目'}` }
}

export interface Classed {
  class: ProjectClass
  isStrategic: boolean
}

/** 大项目 and 战略项目: with 项目筹划书, the manager at the table (二.2.1)(9)) and 总经理 in the approvals (§4E). */
export const isMajor = ({ class: size, isStrategic }: Classed): boolean => isStrategic || size === 'large'

/** G13 简易流程: 立项 with one click of the manager. */
export const isSimple = (
  project: Classed,
  { 'project.simpleForSmall': allowed }: Pick<Parameters, 'project.simpleForSmall'>,
): boolean => allowed && project.class === 'small' && !project.isStrategic
