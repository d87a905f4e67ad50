import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import {
  accountSourceLabel,
  accountStatusLabel,
  accountTypeLabel,
} from '@zhuowei/domain/customers/account.ts'
import { gradeLabel, tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'

type Values = Record<string, unknown>

/** The fields that differ, as the event keeps them and the timeline shows them; null when nothing does. */
export function differences(before: Values, after: Values): { before: Values; after: Values } | null {
  const changed = Object.keys(labels).filter((field) => field in after && before[field] !== after[field])
  if (changed.length === 0) return null
  const only = (values: Values) => Object.fromEntries(changed.map((field) => [field, values[field] ?? null]))
  return { before: only(before), after: only(after) }
}

/** What changed in words, out of the event of a change. */
export function changeLines(
  before: unknown,
  after: unknown,
): { label: string; from: string | null; to: string | null }[] {
  if (!isValues(before) || !isValues(after)) return []
  return Object.entries(labels)
    .filter(([field]) => field in after)
    .map(([field, label]) => ({
      label,
      from: inWords(field, before[field]),
      to: inWords(field, after[field]),
    }))
}

export const labelOf = (field: string): string => labels[field] ?? field

const labels: Record<string, string> = {
  name: requiredCustomerFields.name,
  status: requiredCustomerFields.status,
  creditCode: '统一社会信用代码',
  type: '客户类型',
  city: '城市',
  county: '县（区）',
  source: '客户来源',
  parent: '上级单位',
  address: '通信地址',
  website: '网站',
  email: '邮箱',
  phone: '总机',
  remarks: '备注',
  resources: '资源说明',
  grade: '客户等级',
  tradeStatus: '交易',
  owner: '负责人',
  region: '片区',
}

const dictionaries: Record<string, Record<string, string>> = {
  status: accountStatusLabel,
  type: accountTypeLabel,
  source: accountSourceLabel,
  grade: gradeLabel,
  tradeStatus: tradeStatusLabel,
}

/** A value as people read it; null for nothing. */
export function inWords(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  const code = String(value)
  const word = dictionaries[field]?.[code] ?? code
  return field === 'grade' ? `${code} ${word}` : word
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
