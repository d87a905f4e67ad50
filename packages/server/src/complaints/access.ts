import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** What the rules below look at. */
export interface ComplaintFacts {
  divisionId: string
  forGm: boolean
  assigneeId: string | null
}

/**
 * §3A 投诉: 总经理 reads all; manager and 综合管理 those of the division, but not what is with 总经理 alone (G20); everybody what was
 * dispatched to him and what he recorded himself. The one complained of sees it only when it was dispatched to him, whatever his role.
 */
export function visibleComplaints(db: Database | Trx, actor: Actor) {
  const all = db.selectFrom('complaints')
  if (actor.role === 'gm') return all
  const readsDivision = actor.role === 'dm' || actor.role === 'oa'
  return all
    .where('complaints.divisionId', '=', actor.divisionId)
    .where((row) =>
      row.or([
        row('complaints.assigneeId', '=', actor.id),
        row.and([
          row('complaints.targetPersonId', 'is distinct from', actor.id),
          row.or([
            row('complaints.createdBy', '=', actor.id),
            ...(readsDivision ? [row('complaints.forGm', '=', false)] : []),
          ]),
        ]),
      ]),
    )
}

/** G20: the manager dispatches and closes, 总经理 what is about the manager; nobody else can, and nobody in a matter of his own. */
export const mayManage = (actor: Actor, { divisionId, forGm }: ComplaintFacts) =>
  forGm ? actor.role === 'gm' : actor.role === 'dm' && actor.divisionId === divisionId

/** Who was given it works on it; its manager may write into it, too. */
export const mayHandle = (actor: Actor, complaint: ComplaintFacts) =>
  complaint.assigneeId === actor.id || mayManage(actor, complaint)
