import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Draft, DraftContact } from './draft.ts'

/** A customer as far as an import knows it: what stands in the database, with what earlier rows of the file add to it. */
export interface KnownCustomer {
  id: string
  name: string
  /** Brought by this file, in the row that `row` names. */
  isNew: boolean
  row: number | null
  regionId: string
  ownerId: string | null
  parentId: string | null
  values: Draft['customer']
  contacts: Map<string, KnownContact>
}

export interface KnownContact {
  id: string
  row: number | null
  fingerprint: string | null
  values: Omit<DraftContact, 'name' | 'phone'>
}

interface PhoneHolder {
  customerId: string
  customerName: string
  contactName: string
  row: number | null
}

/** Everything that rows are compared with; filled from the database chunk by chunk and from the rows as they are judged. */
export interface Known {
  customers: Map<string, KnownCustomer>
  creditCodes: Map<string, { customerId: string; name: string; row: number | null }>
  phones: Map<string, PhoneHolder[]>
  /** What this very import has written already, before it was interrupted: the row that brought each record. */
  written: { customers: Map<string, number>; touched: Map<string, number>; contacts: Map<string, number> }
}

export const nothingKnown = (): Known => ({
  customers: new Map(),
  creditCodes: new Map(),
  phones: new Map(),
  written: { customers: new Map(), touched: new Map(), contacts: new Map() },
})

export const contactKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s/g, '')

interface Wanted {
  nameKeys: readonly string[]
  creditCodes: readonly string[]
  fingerprints: readonly string[]
}

/** Adds what the database holds about these names, codes and phones; what is known already stays, because rows may have added to it. */
export async function learn(
  db: Database | Trx,
  divisionId: string,
  known: Known,
  wanted: Wanted,
): Promise<void> {
  await learnCustomers(db, divisionId, known, missing(wanted.nameKeys, known.customers))
  await learnCreditCodes(db, divisionId, known, missing(wanted.creditCodes, known.creditCodes))
  await learnPhones(db, divisionId, known, missing(wanted.fingerprints, known.phones))
}

const missing = (keys: readonly string[], from: ReadonlyMap<string, unknown>) =>
  [...new Set(keys)].filter((key) => !from.has(key))

async function learnCustomers(db: Database | Trx, divisionId: string, known: Known, nameKeys: string[]) {
  if (nameKeys.length === 0) return
  const rows = await db
    .selectFrom('customers')
    .where('divisionId', '=', divisionId)
    .where('deletedAt', 'is', null)
    .where('nameKey', '=', sql<string>`any(${nameKeys}::text[])`)
    .select(['id', 'name', 'nameKey', 'regionId', 'ownerId', 'parentId', ...customerColumns])
    .execute()
  const byId = new Map<string, KnownCustomer>()
  for (const { id, name, nameKey, regionId, ownerId, parentId, ...values } of rows) {
    const customer = {
      id,
      name,
      isNew: known.written.customers.has(id),
      row: known.written.customers.get(id) ?? known.written.touched.get(id) ?? null,
      regionId,
      ownerId,
      parentId,
      values: values as Draft['customer'], // the check constraints of the table hold exactly these codes
      contacts: new Map(),
    }
    byId.set(id, customer)
    known.customers.set(nameKey, customer)
  }
  const contacts = await db
    .selectFrom('contacts')
    .where('customerId', '=', sql<string>`any(${[...byId.keys()]}::uuid[])`)
    .where('deletedAt', 'is', null)
    .select(['id', 'customerId', 'name', 'phoneFingerprint', ...contactColumns])
    .orderBy('id')
    .execute()
  for (const { id, customerId, name, phoneFingerprint, ...values } of contacts) {
    byId.get(customerId)?.contacts.set(contactKey(name), {
      id,
      row: known.written.contacts.get(id) ?? null,
      fingerprint: phoneFingerprint,
      values: values as KnownContact['values'], // as above
    })
  }
}

async function learnCreditCodes(db: Database | Trx, divisionId: string, known: Known, codes: string[]) {
  if (codes.length === 0) return
  const rows = await db
    .selectFrom('customers')
    .where('divisionId', '=', divisionId)
    .where('deletedAt', 'is', null)
    .where('creditCode', '=', sql<string>`any(${codes}::text[])`)
    .select(['id', 'name', 'creditCode'])
    .execute()
  for (const { id, name, creditCode } of rows)
    if (creditCode) known.creditCodes.set(creditCode, { customerId: id, name, row: null })
}

async function learnPhones(db: Database | Trx, divisionId: string, known: Known, fingerprints: string[]) {
  if (fingerprints.length === 0) return
  for (const fingerprint of fingerprints) known.phones.set(fingerprint, [])
  const rows = await db
    .selectFrom('contacts')
    .innerJoin('customers', 'customers.id', 'contacts.customerId')
    .where('contacts.divisionId', '=', divisionId)
    .where('contacts.deletedAt', 'is', null)
    .where('customers.deletedAt', 'is', null)
    .where('contacts.phoneFingerprint', '=', sql<string>`any(${fingerprints}::text[])`)
    .select(['contacts.phoneFingerprint', 'contacts.name as contactName', 'customers.id as customerId'])
    .select('customers.name as customerName')
    .execute()
  for (const { phoneFingerprint, ...holder } of rows)
    known.phones.get(phoneFingerprint ?? '')?.push({ ...holder, row: null })
}

export const customerColumns = [
  'creditCode',
  'type',
  'status',
  'grade',
  'tradeStatus',
  'source',
  'city',
  'county',
  'address',
  'website',
  'email',
  'phone',
  'remarks',
] as const

export const contactColumns = [
  'position',
  'department',
  'departmentKind',
  'level',
  'personKind',
  'purchaseRoles',
  'relationship',
  'attitude',
  'email',
  'wechat',
  'remarks',
] as const
