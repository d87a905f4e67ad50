import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { regionsOf } from '../customers/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { DB } from '../platform/db/schema.d.ts'

export interface ProjectFacts {
  divisionId: string
  regionId: string
  ownerId: string
}

/** The regions whose projects are somebody's business: 高级项目主管 those they work in, 项目主管 those they own (G5, G6). */
const regionsFor = (actor: Actor): readonly string[] =>
  actor.role === 'spm' ? regionsOf(actor) : actor.role === 'pm' ? actor.ownedRegionIds : []

/**
 * §3A 项目/阶段: 总经理 all, manager and 综合管理 the division, salespeople their own, those of their regions, and those whose team they belong
 * to.
 */
export function visibleProjects(actor: Actor) {
  return (row: ExpressionBuilder<DB, 'projects'>) => {
    if (actor.role === 'gm') return row.and([row.lit(true)])
    if (actor.role === 'adm' || !actor.divisionId) return row.and([row.lit(false)])
    const inDivision = row('projects.divisionId', '=', actor.divisionId)
    if (actor.role === 'dm' || actor.role === 'oa') return row.and([inDivision])
    return row.and([
      inDivision,
      row.or([
        row('projects.ownerId', '=', actor.id),
        row('projects.regionId', '=', sql<string>`any(${[...regionsFor(actor)]}::uuid[])`),
        sql<SqlBool>`exists (select from project_members m where m.project_id = projects.id and m.person_id = ${actor.id})`,
      ]),
    ])
  }
}

/** §3A CRU: the manager in the division, 高级项目主管 in their regions, the owner his own; a member reads. */
export const mayChange = (actor: Actor, { divisionId, regionId, ownerId }: ProjectFacts): boolean => {
  if (actor.divisionId !== divisionId) return false
  if (actor.role === 'dm' || actor.id === ownerId) return true
  return actor.role === 'spm' && regionsOf(actor).includes(regionId)
}

/** 放行, and a probability of one's own judgement (§6.1). */
export const mayOverride = (actor: Actor, { divisionId }: Pick<ProjectFacts, 'divisionId'>): boolean =>
  actor.role === 'dm' && actor.divisionId === divisionId
