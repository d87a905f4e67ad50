import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** What the rules below look at. */
export interface ExportFacts {
  divisionId: string | null
  requestedBy: string
  forGm: boolean
}

/** The register: 总经理 reads all of it, the manager that of the division, everybody else what he asked for himself. */
export function visibleExports(db: Database | Trx, actor: Actor) {
  const all = db.selectFrom('exports')
  if (actor.role === 'gm') return all
  if (actor.role === 'dm') return all.where('exports.divisionId', '=', actor.divisionId)
  return all.where('exports.requestedBy', '=', actor.id)
}

/** Approver ≠ applicant (§3A): the manager for his people, 总经理 for the manager. */
export const mayDecide = (actor: Actor, { divisionId, requestedBy, forGm }: ExportFacts): boolean =>
  requestedBy !== actor.id &&
  (forGm ? actor.role === 'gm' : actor.role === 'dm' && actor.divisionId === divisionId)

/** Only whoever asked for it takes it. */
export const mayDownload = (actor: Actor, { requestedBy }: ExportFacts): boolean => requestedBy === actor.id
