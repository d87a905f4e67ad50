import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** §3A 建议/市场信息/竞争: everybody reads the competitors of the division, 总经理 those of all. */
export function visibleCompetitors(db: Database | Trx, actor: Actor) {
  const all = db.selectFrom('competitors')
  return actor.role === 'gm' ? all : all.where('competitors.divisionId', '=', actor.divisionId)
}

/** The manager keeps all of them; others those that they entered themselves. */
export const mayEditCompetitor = (
  actor: Actor,
  competitor: { divisionId: string; createdBy: string },
): boolean =>
  actor.divisionId === competitor.divisionId && (actor.role === 'dm' || actor.id === competitor.createdBy)
