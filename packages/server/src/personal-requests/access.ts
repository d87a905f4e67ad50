import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** The manager handles those of the division; the administrator sees all of them without names, to carry out the erasures (§3A). */
export function visibleRequests(db: Database | Trx, actor: Actor) {
  const all = db.selectFrom('personalRequests')
  if (actor.role === 'adm') return all
  return all.where('personalRequests.divisionId', '=', actor.role === 'dm' ? actor.divisionId : null)
}

export const seesNames = (actor: Actor) => actor.role === 'dm'
