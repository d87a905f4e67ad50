import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** 五.2.3)①: 总经理 reads all, the manager those of the division, everybody else his own. */
export function visibleRequests(db: Database | Trx, actor: Actor) {
  const all = db.selectFrom('supportRequests')
  if (actor.role === 'gm') return all
  if (actor.role === 'dm') return all.where('supportRequests.divisionId', '=', actor.divisionId)
  return all.where('supportRequests.personId', '=', actor.id)
}

/** The same for one row: in a meeting it is heard by others, who do not read the report that it stands in. */
export function mayRead(actor: Actor, { personId, divisionId }: Omit<RequestFacts, 'personRole'>): boolean {
  if (actor.role === 'gm' || personId === actor.id) return true
  return actor.role === 'dm' && actor.divisionId === divisionId
}

interface RequestFacts {
  divisionId: string
  personId: string
  personRole: Role
}

/** The direct superior answers: the manager his people, 总经理 the manager; nobody himself. */
export function mayAnswer(actor: Actor, { divisionId, personId, personRole }: RequestFacts): boolean {
  if (personId === actor.id) return false
  if (personRole === 'dm') return actor.role === 'gm'
  return actor.role === 'dm' && actor.divisionId === divisionId
}
