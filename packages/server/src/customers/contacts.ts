import type { Contact, ContactChanges, NewContact } from '@zhuowei/contract/contacts.ts'
import { displayName } from '@zhuowei/domain/customers/name.ts'
import { maskPhone } from '@zhuowei/domain/customers/phone.ts'
import type { Selectable } from 'kysely'
import { departmentOf } from '../background/departments.ts'
import { recordAudit } from '../platform/audit/record.ts'
import type { Trx } from '../platform/db/connect.ts'
import type { Contacts } from '../platform/db/schema.d.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { notFound } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { CustomerAct } from './access.ts'
import { contactFields, contactValues, phoneFields } from './contact-values.ts'
import { presentContact } from './contact-view.ts'
import { customerFor, refuseStale } from './find.ts'
import { refreshSearchRow } from './refresh-search.ts'
import { refuseSameContact } from './same-contact.ts'

type ContactWriting = Writing & { secrets: Secrets }

/** 六.3.1)①: another person of the customer; the first one becomes the primary contact. */
export async function addContact(
  work: ContactWriting,
  customerId: string,
  input: NewContact,
): Promise<Contact> {
  const customer = await customerFor(work, customerId, 'edit')
  if (!input.confirmDuplicates) await refuseSameContact(work, { customerId }, input)
  const primary = await primaryOf(work.db, customerId)
  const row = {
    ...contactValues(work, { customerId, divisionId: customer.divisionId, isPrimary: !primary }, input),
    ...(await departmentOf(work.db, customerId, input)),
  }
  await work.db.insertInto('contacts').values(row).execute()
  await refreshSearchRow(work.db, customerId)
  await recordContactEvent(work, row, 'contact.added', `新增联系人${row.name}（${row.position}）`)
  return presentContact(row)
}

export async function updateContact(
  work: ContactWriting,
  id: string,
  { version, phone, confirmDuplicates, ...input }: ContactChanges,
): Promise<Contact> {
  const { row, customer } = await contactFor(work, id, 'edit')
  const yours = { ...input, version, ...(phone ? { phoneMask: maskPhone(phone) } : {}) }
  await refuseStale(row, yours, async () => presentContact(row))
  if (!confirmDuplicates) {
    const name = displayName(input.name) === row.name ? undefined : input.name
    await refuseSameContact(work, { customerId: customer.id, exceptId: id }, { name, phone })
  }
  const changed = await work.db
    .updateTable('contacts')
    .set({
      ...contactFields(input),
      ...(await departmentOf(work.db, customer.id, input)),
      ...(phone === undefined ? {} : phoneFields(work.secrets, phone)),
      version: row.version + 1,
      updatedAt: work.now,
      updatedBy: work.actor.id,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await keepMove(work, row, changed)
  if (changed.name !== row.name) await refreshSearchRow(work.db, customer.id)
  await recordContactEvent(
    work,
    changed,
    'contact.updated',
    `修改联系人${changed.name}（${changed.position}）`,
  )
  return presentContact(changed)
}

/** One primary contact for each customer, held by a unique index; again changes nothing. */
export async function makePrimary(work: Writing, id: string): Promise<Contact> {
  const { row, customer } = await contactFor(work, id, 'edit')
  if (row.isPrimary) return presentContact(row)
  await clearPrimary(work.db, customer.id)
  const primary = await work.db
    .updateTable('contacts')
    .set({ isPrimary: true, version: row.version + 1, updatedAt: work.now, updatedBy: work.actor.id })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordContactEvent(work, row, 'contact.made_primary', `首要联系人改为${row.name}`)
  return presentContact(primary)
}

/** §3C: somebody says that the person is still needed, which counts as having had to do with him today. */
export async function keepContact(work: Writing, id: string): Promise<Contact> {
  const { row } = await contactFor(work, id, 'edit')
  if (row.eraseOn === null) return presentContact(row)
  const kept = await work.db
    .updateTable('contacts')
    .set({ eraseOn: null, version: row.version + 1, updatedAt: work.now, updatedBy: work.actor.id })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  // Without the name, which the timeline looks up: an erasure reaches no event.
  await recordContactEvent(work, kept, 'contact.kept', '长期没有往来的联系人仍需保留')
  return presentContact(kept)
}

/** Soft; when it was the primary contact, the eldest of the others takes its place. */
export async function removeContact(work: Writing, id: string): Promise<void> {
  const { row, customer } = await contactFor(work, id, 'edit')
  await work.db
    .updateTable('contacts')
    .set({
      deletedAt: work.now,
      isPrimary: false,
      version: row.version + 1,
      updatedAt: work.now,
      updatedBy: work.actor.id,
    })
    .where('id', '=', id)
    .execute()
  if (row.isPrimary) await promoteEldest(work.db, customer.id)
  await refreshSearchRow(work.db, customer.id)
  await recordContactEvent(work, row, 'contact.removed', `移除联系人${row.name}（${row.position}）`)
}

export async function restoreContact(work: Writing, id: string): Promise<Contact> {
  const { row, customer } = await contactFor(work, id, 'edit', 'removed')
  if (row.deletedAt === null) return presentContact(row)
  const primary = await primaryOf(work.db, customer.id)
  const restored = await work.db
    .updateTable('contacts')
    .set({
      deletedAt: null,
      isPrimary: !primary,
      version: row.version + 1,
      updatedAt: work.now,
      updatedBy: work.actor.id,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await refreshSearchRow(work.db, customer.id)
  await recordContactEvent(work, row, 'contact.restored', `恢复联系人${row.name}（${row.position}）`)
  return presentContact(restored)
}

/** 三.1, §3C: the whole number is shown on request only, and each look is in the audit log. */
export async function revealPhone(work: ContactWriting, id: string): Promise<{ phone: string | null }> {
  const { row, customer } = await contactFor(work, id, 'revealPhone')
  await recordAudit(work.db, {
    action: 'contact.phone_viewed',
    at: work.now,
    actor: work.actor,
    subjectType: 'contact',
    subjectId: id,
    detail: { customerId: customer.id },
  })
  return { phone: row.phoneSealed ? work.secrets.open(row.phoneSealed) : null }
}

/** Finds the contact through its customer (404), locks that, and asks whether the act is allowed (403). */
export async function contactFor<Act extends CustomerAct>(
  work: Writing,
  id: string,
  act: Act,
  which: 'present' | 'removed' = 'present',
) {
  const row = await work.db.selectFrom('contacts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || (which === 'present' && row.deletedAt !== null)) throw notFound()
  // The lock on the customer keeps two people from changing its contacts at once.
  const customer = await customerFor(work, row.customerId, act)
  const locked = await work.db
    .selectFrom('contacts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (which === 'present' && locked.deletedAt !== null) throw notFound()
  return { row: locked, customer }
}

function primaryOf(db: Trx, customerId: string) {
  return db
    .selectFrom('contacts')
    .select('id')
    .where('customerId', '=', customerId)
    .where('isPrimary', '=', true)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
}

async function clearPrimary(db: Trx, customerId: string): Promise<void> {
  await db
    .updateTable('contacts')
    .set((contact) => ({ isPrimary: false, version: contact('version', '+', 1) }))
    .where('customerId', '=', customerId)
    .where('isPrimary', '=', true)
    .execute()
}

export async function promoteEldest(db: Trx, customerId: string): Promise<void> {
  const eldest = await db
    .selectFrom('contacts')
    .select('id')
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (eldest) await db.updateTable('contacts').set({ isPrimary: true }).where('id', '=', eldest.id).execute()
}

/** 六.4.4) the day on which somebody moved; the record itself only says where he stands now. */
export async function keepMove(
  { db, actor, now }: Writing,
  before: Standing,
  after: Standing,
): Promise<void> {
  if (before.relationship === after.relationship && before.attitude === after.attitude) return
  await db
    .insertInto('relationshipChanges')
    .values({
      id: newId(),
      divisionId: after.divisionId,
      customerId: after.customerId,
      contactId: after.id,
      relationshipFrom: before.relationship,
      relationshipTo: after.relationship,
      attitudeFrom: before.attitude,
      attitudeTo: after.attitude,
      changedAt: now,
      changedBy: actor.id,
    })
    .execute()
}

type Standing = Pick<Selectable<Contacts>, 'id' | 'divisionId' | 'customerId' | 'relationship' | 'attitude'>

export function recordContactEvent(
  { db, actor, now }: Writing,
  contact: { id: string; customerId: string; divisionId: string },
  verb: string,
  summary: string,
) {
  return recordEvent(db, actor, now, {
    verb,
    subjectType: 'contact',
    subjectId: contact.id,
    divisionId: contact.divisionId,
    customerId: contact.customerId,
    summary,
  })
}
