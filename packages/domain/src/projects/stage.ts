import type { Parameters } from '../clauses/parameters.ts'
import { projectStages } from '../clauses/prescribed.ts'

export const stages = [
  'information',
  'initiation',
  'proposal',
  'bidding',
  'negotiation',
  'execution',
] as const
export type Stage = (typeof stages)[number]

export interface StageText {
  name: string
  keyPoint: string
  clause: string
  /** 原文截断: the text ends before it, the name is ours (G12). */
  isCutOff: boolean
}

/** 七.2 in the regulation's own words; the sixth in those of the division. */
export function stageText(
  stage: Stage,
  parameters: Pick<Parameters, 'stage.sixthName' | 'stage.sixthKeyPoint'>,
): StageText {
  const prescribed = projectStages[stages.indexOf(stage)]
  if (prescribed) return { ...prescribed, isCutOff: false }
  return {
    name: parameters['stage.sixthName'],
    keyPoint: parameters['stage.sixthKeyPoint'],
    clause: '七.2.6)',
    isCutOff: true,
  }
}

type Chances = Pick<Parameters, `stage.probability${1 | 2 | 3 | 4 | 5 | 6}`>

/** In percent; what the manager has set for this project comes first (§6.1). */
export function probabilityOf(
  { stage, override }: { stage: Stage; override: number | null },
  chances: Chances,
): number {
  // The stages are numbered as in 七.2.
  const number = (stages.indexOf(stage) + 1) as 1 | 2 | 3 | 4 | 5 | 6
  return override ?? chances[`stage.probability${number}`]
}

/** Integer fen, rounded half up. */
export const weightedFen = (amountFen: number, percent: number): number =>
  Math.floor((amountFen * percent + 50) / 100)
