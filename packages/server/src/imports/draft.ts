import { newContact } from '@zhuowei/contract/contacts.ts'
import { newCustomer } from '@zhuowei/contract/customer-shapes.ts'
import {
  type ImportField,
  type ImportMapping,
  type ImportReason,
  importFieldLabel,
} from '@zhuowei/contract/import-shapes.ts'
import type { AccountSource, AccountStatus, AccountType } from '@zhuowei/domain/customers/account.ts'
import type {
  Attitude,
  DeptKind,
  PersonKind,
  PersonLevel,
  PurchaseRole,
  RelationshipLevel,
} from '@zhuowei/domain/customers/contact.ts'
import type { Grade, TradeStatus } from '@zhuowei/domain/customers/grade.ts'
import { displayName, normaliseName } from '@zhuowei/domain/customers/name.ts'
import { normalisePhone } from '@zhuowei/domain/customers/phone.ts'
import * as z from 'zod'
import { readPhone } from './phone-cell.ts'
import { type DictionaryField, dictionaries, saysNothing } from './words.ts'

/** What one line of the file says about a customer and one of its people; null where it says nothing. */
export interface Draft {
  name: string
  nameKey: string
  customer: {
    creditCode: string | null
    type: AccountType | null
    status: AccountStatus | null
    grade: Grade | null
    tradeStatus: TradeStatus | null
    source: AccountSource | null
    city: string | null
    county: string | null
    address: string | null
    website: string | null
    email: string | null
    phone: string | null
    remarks: string | null
  }
  contact: DraftContact | null
  region: string | null
  owner: string | null
  parent: string | null
}

export interface DraftContact {
  name: string
  position: string
  phone: string
  department: string | null
  departmentKind: DeptKind | null
  level: PersonLevel | null
  personKind: PersonKind | null
  purchaseRoles: PurchaseRole[] | null
  relationship: RelationshipLevel | null
  attitude: Attitude | null
  email: string | null
  wechat: string | null
  remarks: string | null
}

export interface DraftReading {
  /** Null when something in the line cannot be taken. */
  draft: Draft | null
  reasons: ImportReason[]
}

export interface Columns {
  headers: readonly string[]
  mapping: ImportMapping
}

/** Reads a line through the mapping and tells everything that is wrong with it at once. */
export function readDraft(cells: readonly string[], columns: Columns): DraftReading {
  const given = givenTexts(cells, columns)
  const reasons: ImportReason[] = []
  const object = (field: ImportField, text: string, note = false) =>
    reasons.push({ column: headingOf(field, columns), text, note })

  const word = <F extends DictionaryField>(field: F) => {
    const text = given[field]
    if (text === undefined) return null
    const { codeOf, accepted } = dictionaries[field]
    const code = codeOf(text)
    if (code === null) object(field, `不认识“${short(text)}”，可填：${accepted}`)
    return code as ReturnType<(typeof dictionaries)[F]['codeOf']> // the entry of the same field
  }
  const phone = given.contactPhone === undefined ? undefined : readPhone(given.contactPhone)
  if (phone?.fault) object('contactPhone', phone.fault)
  if (phone?.note) object('contactPhone', phone.note, true)

  const texts = textShape.safeParse({ ...given, contactPhone: phone?.fault ? undefined : phone?.phone })
  for (const issue of texts.error?.issues ?? []) object(issue.path[0] as ImportField, issue.message) // the shape has exactly these keys
  const contactGiven = contactFields.some((field) => given[field] !== undefined)
  for (const field of contactGiven ? contactFields : []) {
    if (given[field] === undefined) object(field, `请填写${importFieldLabel[field]}`)
  }
  const words = {
    status: word('status'),
    type: word('type'),
    grade: word('grade'),
    tradeStatus: word('tradeStatus'),
    source: word('source'),
  }
  const contactWords = {
    departmentKind: word('departmentKind'),
    level: word('level'),
    personKind: word('personKind'),
    purchaseRoles: oneOf(word('purchaseRole')),
    relationship: word('relationship'),
    attitude: word('attitude'),
  }
  const refused = reasons.some((reason) => !reason.note)
  if (refused || !texts.success) return { draft: null, reasons }
  const { data } = texts
  const { creditCode, city, county, address, website, email, phone: switchboard, remarks } = data
  const name = displayName(data.name)
  return {
    reasons,
    draft: {
      name,
      nameKey: normaliseName(name),
      customer: { creditCode, city, county, address, website, email, phone: switchboard, remarks, ...words },
      contact: contactGiven
        ? {
            name: displayName(data.contactName ?? ''),
            position: data.contactPosition ?? '',
            phone: normalisePhone(data.contactPhone ?? ''),
            department: data.department,
            email: data.contactEmail,
            wechat: data.wechat,
            remarks: data.contactRemarks,
            ...contactWords,
          }
        : null,
      region: given.region ?? null,
      owner: given.owner ?? null,
      parent: given.parent ?? null,
    },
  }
}

/** The name under which this line's customer is known, before anything else of it is looked at. */
export function nameKeyOf(cells: readonly string[], columns: Columns): string | null {
  const { name } = givenTexts(cells, columns)
  return name === undefined ? null : normaliseName(displayName(name))
}

export function parentKeyOf(cells: readonly string[], columns: Columns): string | null {
  const { parent } = givenTexts(cells, columns)
  return parent === undefined ? null : normaliseName(displayName(parent))
}

export function headingOf(field: ImportField, { headers, mapping }: Columns): string {
  return headers[mapping.indexOf(field)] || importFieldLabel[field]
}

/** What each mapped column of the line holds; blank and “无” are left out. */
export function givenTexts(
  cells: readonly string[],
  { headers, mapping }: Columns,
): Partial<Record<ImportField, string>> {
  const given: Partial<Record<ImportField, string>> = {}
  for (const [column, field] of mapping.entries()) {
    const cell = cells[column] ?? ''
    if (field === null || cell === '') continue
    if (saysNothing(cell) && field !== 'tradeStatus') continue
    if (field === 'remarks' && given.remarks !== undefined)
      given.remarks = `${given.remarks}\n${headers[column]}：${cell}`
    else given[field] ??= cell
  }
  return given
}

const contactFields = ['contactName', 'contactPosition', 'contactPhone'] as const

/** The texts are held to the same shape as the form for a new customer. */
export const textShape = z.object({
  name: newCustomer.shape.name,
  contactName: newCustomer.shape.contactName.optional(),
  contactPosition: newCustomer.shape.contactPosition.optional(),
  contactPhone: newCustomer.shape.contactPhone.optional(),
  creditCode: newCustomer.shape.creditCode,
  city: newCustomer.shape.city,
  county: newCustomer.shape.county,
  address: newCustomer.shape.address,
  website: newCustomer.shape.website,
  email: newCustomer.shape.email,
  phone: newCustomer.shape.phone,
  remarks: newCustomer.shape.remarks,
  department: newContact.shape.department,
  contactEmail: newContact.shape.email,
  wechat: newContact.shape.wechat,
  contactRemarks: newContact.shape.remarks,
})

const oneOf = <T>(value: T | null) => (value === null ? null : [value])

const short = (text: string) => (text.length > 20 ? `${text.slice(0, 20)}…` : text)
