import { regionsOf } from '../customers/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** What the rules below look at. */
export interface ActivityFacts {
  authorId: string
  visitorIds: readonly string[]
  divisionId: string
}

const isAuthor = (actor: Actor, { authorId }: ActivityFacts) => authorId === actor.id
const leadsDivision = (actor: Actor, { divisionId }: ActivityFacts) =>
  actor.role === 'dm' && actor.divisionId === divisionId

/** §3A 拜访/电话: one corrects and removes one's own; the manager may do so with any of the division. */
export const canEdit = (actor: Actor, activity: ActivityFacts) =>
  isAuthor(actor, activity) || leadsDivision(actor, activity)

/**
 * The activities that a person may see (§3A): GM all; DM and OA the division; SPM the customers of the region; PM the customers
 * one owns. Everybody sees what one wrote or took part in.
 */
export function visibleActivities(db: Database | Trx, actor: Actor) {
  const all = db
    .selectFrom('activities')
    .innerJoin('customers', 'customers.id', 'activities.customerId')
    .where('activities.deletedAt', 'is', null)
    .where('customers.deletedAt', 'is', null)
  if (actor.role === 'gm') return all
  const regions = regionsOf(actor)
  const division = all.where('activities.divisionId', '=', actor.divisionId)
  if (actor.role === 'dm' || actor.role === 'oa') return division
  return division.where((row) =>
    row.or([
      row('activities.authorId', '=', actor.id),
      row(row.val(actor.id), '=', row.fn.any('activities.visitorIds')),
      row('customers.ownerId', '=', actor.id),
      ...(actor.role === 'spm' && regions.length > 0 ? [row('customers.regionId', 'in', regions)] : []),
    ]),
  )
}
