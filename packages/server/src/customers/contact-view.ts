import type { Contact } from '@zhuowei/contract/contacts.ts'
import type { Selectable } from 'kysely'
import type { Contacts } from '../platform/db/schema.d.ts'
import type { Reading } from '../platform/http/implement.ts'
import { type CustomerFacts, may } from './access.ts'
import { visibleCustomer } from './find.ts'

type Row = Selectable<Contacts>

/** The people of a customer, the primary one first; masked for colleagues of the region. */
export async function listContacts(reading: Reading, customerId: string): Promise<Contact[]> {
  return contactsOf(reading, await visibleCustomer(reading, customerId))
}

export async function contactsOf(
  { db, actor }: Reading,
  customer: CustomerFacts & { id: string },
): Promise<Contact[]> {
  const rows = await db
    .selectFrom('contacts')
    .selectAll()
    .where('customerId', '=', customer.id)
    .where('deletedAt', 'is', null)
    .orderBy('isPrimary', 'desc')
    .orderBy('id')
    .execute()
  const present = may.seeContacts(actor, customer) ? presentContact : maskedContact
  return rows.map(present)
}

export function presentContact(row: Row): Contact {
  return {
    id: row.id,
    customerId: row.customerId,
    name: row.name,
    position: row.position,
    department: row.department,
    departmentId: row.departmentId,
    // Check constraints hold exactly the codes of domain/customers/contact.ts.
    departmentKind: row.departmentKind as Contact['departmentKind'],
    level: row.level as Contact['level'],
    personKind: row.personKind as Contact['personKind'],
    purchaseRoles: row.purchaseRoles as Contact['purchaseRoles'],
    relationship: row.relationship as Contact['relationship'],
    attitude: row.attitude as Contact['attitude'],
    phoneMask: row.phoneMask,
    email: row.email,
    wechat: row.wechat,
    remarks: row.remarks,
    isPrimary: row.isPrimary,
    eraseOn: row.eraseOn,
    version: row.version,
  }
}

/** §3A R-r*: that there is somebody, in which position, and no more. */
function maskedContact(row: Row): Contact {
  return {
    ...presentContact(row),
    name: `${[...row.name][0] ?? ''}**`,
    purchaseRoles: [],
    relationship: 'none',
    attitude: 'unknown',
    phoneMask: row.phoneMask ? '****' : null,
    email: null,
    wechat: null,
    remarks: null,
  }
}
