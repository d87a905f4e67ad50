import type { Actor } from '../platform/actor.ts'

/** 总经理 and 系统管理员 look across the divisions; everybody else stays inside the own one (§3A). */
export const seesAllDivisions = (actor: Actor): boolean => actor.role === 'gm' || actor.role === 'adm'

/** Dates, telephone and account: the administrator, the general manager, and the manager of the division. */
export const mayReadRecord = (actor: Actor, person: { divisionId: string | null }): boolean =>
  seesAllDivisions(actor) || (actor.role === 'dm' && person.divisionId === actor.divisionId)

/** People, regions and divisions are written by the administrator alone. */
export const mayAdminister = (actor: Actor): boolean => actor.role === 'adm'
