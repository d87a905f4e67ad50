import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** What the rules below look at; the same for a verbal report and for an incident. */
export interface About {
  divisionId: string
  personId: string
  /** The manager's own: 总经理 hears it. */
  forGm: boolean
}

/** §3A 口头汇报: everybody his own, the manager those of the division, 总经理 those of the managers. */
export function visibleVerbalReports(db: Database | Trx, actor: Actor) {
  return db.selectFrom('verbalReports').where((row) => {
    const own = row('verbalReports.personId', '=', actor.id)
    if (actor.role === 'gm') return row('verbalReports.forGm', '=', true)
    if (actor.role !== 'dm') return own
    const staff = row.and([
      row('verbalReports.divisionId', '=', actor.divisionId),
      row('verbalReports.forGm', '=', false),
    ])
    return row.or([own, staff])
  })
}

/** 五.5.2) as verbal reports. */
export function visibleIncidents(db: Database | Trx, actor: Actor) {
  return db.selectFrom('incidents').where((row) => {
    const own = row('incidents.personId', '=', actor.id)
    if (actor.role === 'gm') return row('incidents.forGm', '=', true)
    if (actor.role !== 'dm') return own
    const staff = row.and([
      row('incidents.divisionId', '=', actor.divisionId),
      row('incidents.forGm', '=', false),
    ])
    return row.or([own, staff])
  })
}

/** The direct superior (二.1) confirms and picks; nobody in a matter of his own. */
export const isHearer = (actor: Actor, { divisionId, personId, forGm }: About) =>
  personId !== actor.id &&
  (forGm ? actor.role === 'gm' : actor.role === 'dm' && actor.divisionId === divisionId)
