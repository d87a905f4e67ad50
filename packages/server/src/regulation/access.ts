import type { Actor } from '../platform/actor.ts'

/** 总经理 and 系统管理员 look at the rules of any division; everybody else at those of the own one. */
export const mayReadRulesOf = (actor: Actor, divisionId: string): boolean =>
  actor.divisionId === null || actor.divisionId === divisionId

/** §3A: the numbers of the regulation are set by the administrator. */
export const maySetParameter = (actor: Actor): boolean => actor.role === 'adm'
