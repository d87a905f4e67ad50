import { codesOf } from '../codes.ts'
import type { GateItem } from './gates.ts'
import { type Stage, stages } from './stage.ts'

export const projectStatusLabel = {
  open: '进行',
  won: '赢单',
  lost: '丢单',
  shelved: '搁置',
  cancelled: '取消',
} as const
export type ProjectStatus = keyof typeof projectStatusLabel
export const projectStatuses = codesOf(projectStatusLabel)

export const lossReasonLabel = {
  price: '价格',
  relation: '关系',
  technology: '技术',
  qualification: '资质',
  timing: '时机',
  controlled: '竞争控标',
  withdrawn: '客户取消',
  abandoned: '弃标',
} as const
export type LossReason = keyof typeof lossReasonLabel
export const lossReasons = codesOf(lossReasonLabel)

export interface Standing {
  stage: Stage
  status: ProjectStatus
}

export type Move =
  | { kind: 'forward'; override: boolean }
  | { kind: 'back'; to: Stage }
  | { kind: 'lose' | 'shelve' | 'cancel' | 'resume' }

export interface Gatekeeping {
  /** What the gate of the present stage still lacks. */
  missing: readonly GateItem[]
  /** A soft gate lets pass and keeps what was missing with the step. */
  isHard: boolean
}

export type Moved =
  | { to: Standing }
  | { refused: 'gate' | 'closed' | 'last_stage' | 'not_back' | 'not_shelved' }

/** 七.2 with G13: forward one stage at a time and through its gate, back to any earlier one, out of it from anywhere, on again after 搁置. */
export function move(from: Standing, step: Move, { missing, isHard }: Gatekeeping): Moved {
  if (step.kind === 'resume')
    return from.status === 'shelved'
      ? { to: { ...from, status: running(from.stage) } }
      : { refused: 'not_shelved' }
  if (from.status !== running(from.stage)) return { refused: 'closed' }
  switch (step.kind) {
    case 'forward': {
      const next = stages[stages.indexOf(from.stage) + 1]
      if (!next) return { refused: 'last_stage' }
      if (missing.length > 0 && isHard && !step.override) return { refused: 'gate' }
      return { to: { stage: next, status: running(next) } }
    }
    case 'back':
      return stages.indexOf(step.to) < stages.indexOf(from.stage)
        ? { to: { stage: step.to, status: running(step.to) } }
        : { refused: 'not_back' }
    case 'lose':
      return { to: { ...from, status: 'lost' } }
    case 'shelve':
      return { to: { ...from, status: 'shelved' } }
    case 'cancel':
      return { to: { ...from, status: 'cancelled' } }
  }
}

/** A project whose contract is signed has been won; until then it is open. */
const running = (stage: Stage): ProjectStatus => (stage === 'execution' ? 'won' : 'open')
