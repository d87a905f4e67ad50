import { may } from '../customers/access.ts'
import { visibleCustomers } from '../customers/scope.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** §3A 反馈表: 总经理 all; DM and OA the division; SPM the region; PM one's own customers, not those of colleagues. */
export const mayReadForm = may.seeContacts
export const mayWriteForm = may.edit
export const readRefusal = '这家客户由同事负责，您看不到它的反馈表'

/** The customers whose form this person may read: the same rows as `mayReadForm`. */
export function readableForms(db: Database | Trx, actor: Actor) {
  const seen = db.selectFrom('customers').where(visibleCustomers(actor))
  return actor.role === 'pm' ? seen.where('customers.ownerId', '=', actor.id) : seen
}
