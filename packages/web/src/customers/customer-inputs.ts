import type { Customer, CustomerChanges } from '@zhuowei/contract/customer-shapes.ts'
import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import {
  accountSourceLabel,
  accountStatusLabel,
  accountTypeLabel,
} from '@zhuowei/domain/customers/account.ts'
import type { ConflictField, Side } from '../ui/conflict.ts'

/** What the form of a customer holds, as texts; blank is nothing. */
export interface CustomerFields {
  name: string
  status: string
  creditCode: string
  type: string
  source: string
  parent: { value: string; label: string } | null
  city: string
  county: string
  address: string
  phone: string
  website: string
  email: string
  remarks: string
  resources: string
}

export const fieldLabels: Record<keyof CustomerFields, string> = {
  name: requiredCustomerFields.name,
  status: requiredCustomerFields.status,
  creditCode: '统一社会信用代码',
  type: '客户类型',
  source: '客户来源',
  parent: '上级单位',
  city: '城市',
  county: '县（区）',
  address: '通信地址',
  phone: '总机',
  website: '网站',
  email: '邮箱',
  remarks: '备注',
  resources: '资源说明',
}
const fieldNames = Object.keys(fieldLabels) as (keyof CustomerFields)[] // the keys of the table above

export const blankFields: CustomerFields = {
  name: '',
  status: '',
  creditCode: '',
  type: '',
  source: '',
  parent: null,
  city: '',
  county: '',
  address: '',
  phone: '',
  website: '',
  email: '',
  remarks: '',
  resources: '',
}

export function fieldsOf(customer: Customer): CustomerFields {
  const { name, status, type, source, parent } = customer
  return {
    name,
    status,
    type,
    source,
    parent: parent && { value: parent.id, label: parent.name },
    creditCode: customer.creditCode ?? '',
    city: customer.city ?? '',
    county: customer.county ?? '',
    address: customer.address ?? '',
    phone: customer.phone ?? '',
    website: customer.website ?? '',
    email: customer.email ?? '',
    remarks: customer.remarks ?? '',
    resources: customer.resources ?? '',
  }
}

/** The body of a change: only what differs from what the form started with. */
export function changesOf(before: CustomerFields, after: CustomerFields): Omit<CustomerChanges, 'version'> {
  const changed = fieldNames.filter((name) => textOf(name, before) !== textOf(name, after))
  const entries = changed.map((name) =>
    name === 'parent' ? ['parentId', after.parent?.value ?? null] : [name, after[name]],
  )
  return Object.fromEntries(entries) // codes come from the selects; the server's schema is the check
}

/** Field by field, as people read them: what stood there, what I wrote, what the other one saved meanwhile. */
export function conflictFields(
  original: CustomerFields,
  mine: CustomerFields,
  theirs: CustomerFields,
): ConflictField[] {
  return fieldNames.map((name) => ({
    key: name,
    label: fieldLabels[name],
    original: textOf(name, original),
    mine: textOf(name, mine),
    theirs: textOf(name, theirs),
  }))
}

/** The form with the chosen side of every field; what nobody changed stays. */
export function mergedFields(
  sides: Readonly<Record<string, Side>>,
  from: Record<Side, CustomerFields>,
): CustomerFields {
  const chosen = fieldNames.map((name) => [name, from[sides[name] ?? 'theirs'][name]])
  return { ...from.theirs, ...Object.fromEntries(chosen) }
}

const dictionaries: Partial<Record<keyof CustomerFields, Record<string, string>>> = {
  status: accountStatusLabel,
  type: accountTypeLabel,
  source: accountSourceLabel,
}

function textOf(name: keyof CustomerFields, fields: CustomerFields): string {
  const value = fields[name]
  if (value === null) return ''
  if (typeof value === 'object') return value.label
  return dictionaries[name]?.[value] ?? value.trim()
}
