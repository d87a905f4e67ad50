import type { AttachmentSubject } from '@zhuowei/contract/attachments.ts'
import { may as mayWithCustomer } from '../customers/access.ts'
import { visibleCustomers } from '../customers/scope.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { forbidden, notFound } from '../platform/refusal.ts'

/** What an attachment hangs on, and what this person may do with the attachments there. */
export interface Subject {
  type: AttachmentSubject
  id: string
  divisionId: string
  can: { read: boolean; add: boolean }
}

/** Files tell as much as contacts and forms do (§3A R-r*): who sees the contacts reads them, who keeps the record adds them. */
export async function subjectOf(
  db: Database | Trx,
  actor: Actor,
  type: AttachmentSubject,
  id: string,
): Promise<Subject> {
  const customer = await db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where('customers.id', '=', id)
    .select(['divisionId', 'regionId', 'ownerId'])
    .executeTakeFirst()
  if (!customer) throw notFound()
  const read = mayWithCustomer.seeContacts(actor, customer)
  const add = mayWithCustomer.edit(actor, customer)
  return { type, id, divisionId: customer.divisionId, can: { read, add } }
}

export function requireReading({ can }: Subject): void {
  if (!can.read) throw forbidden('这家客户由同事负责，您看不到它的附件')
}

export function requireAdding({ can }: Subject): void {
  if (!can.add) throw forbidden('这家客户由同事负责，附件请由负责人上传')
}

/** Whoever put it there, and the manager; what the system pinned is replaced and never removed. */
export const mayRemove = (
  actor: Actor,
  subject: Subject,
  { createdBy, pinnedAs }: { createdBy: string; pinnedAs: string | null },
): boolean => pinnedAs === null && subject.can.add && (createdBy === actor.id || actor.role === 'dm')
