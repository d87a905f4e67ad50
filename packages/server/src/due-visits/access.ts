import { visibleCustomers } from '../customers/scope.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** §3A R-r*: of a colleague's customer nobody sees the visits, so a project supervisor has his own customers here. */
export function followedCustomers(db: Database | Trx, actor: Actor) {
  const seen = db.selectFrom('customers').where(visibleCustomers(actor))
  return actor.role === 'pm' ? seen.where('customers.ownerId', '=', actor.id) : seen
}
