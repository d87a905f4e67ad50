import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** §3A 系统管理员 keeps the technical side of every division; the manager decides what the groups of his division read. */
export function visibleRobots(db: Database | Trx, actor: Actor) {
  const all = db.selectFrom('groupRobots')
  return actor.role === 'adm' ? all : all.where('groupRobots.divisionId', '=', actor.divisionId)
}
