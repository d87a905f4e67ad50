import type { Clause } from '../clauses/regulation-text.ts'
import { clauses } from '../clauses/regulation-text.ts'
import { codesOf } from '../codes.ts'

export const roleLabel = {
  gm: '总经理',
  dm: '电力事业部经理',
  spm: '高级项目主管',
  pm: '项目主管',
  oa: '综合管理',
  adm: '系统管理员',
} as const
export type Role = keyof typeof roleLabel
export const roles = codesOf(roleLabel)

/**
 * 二.1: whose reports a role hands to whom; the same person comments on them and may waive them.
 * SPM and PM both answer to the division manager, never to one another.
 */
export const reportsTo: Record<Role, Role | null> = {
  gm: null,
  dm: 'gm',
  spm: 'dm',
  pm: 'dm',
  oa: 'dm',
  adm: null,
}

/** 二.2: the position's own clause followed by its duties; empty for roles the regulation does not describe. */
export function positionClauses(role: Role): readonly Clause[] {
  const position = positions[role]
  return position ? clauses.filter((clause) => clause.id.startsWith(position)) : []
}

const positions: Partial<Record<Role, string>> = {
  dm: '二.2.1)',
  spm: '二.2.2)',
  pm: '二.2.3)',
  oa: '二.2.4)',
}
