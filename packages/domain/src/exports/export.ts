import type { Parameters } from '../clauses/parameters.ts'
import type { Role } from '../organisation/roles.ts'

export const exportStateLabel = {
  waiting: '待批准',
  refused: '未批准',
  queued: '正在生成',
  ready: '可以下载',
  expired: '已过期',
  failed: '没有生成',
} as const
export type ExportState = keyof typeof exportStateLabel

/** What leaves, and how it is counted. */
export const exportedLabel = {
  customers: { name: '客户', unit: '家' },
  compliance: { name: '汇报合规', unit: '人' },
} as const
export type ExportedThing = keyof typeof exportedLabel

/** `12 家客户（含联系人和电话）` */
export const exportedText = (of: ExportedThing, rows: number, withContacts = false): string => {
  const { name, unit } = exportedLabel[of]
  const link = of === 'customers' ? '' : '的'
  return `${rows.toLocaleString('zh-CN')} ${unit}${link}${name}${withContacts ? '（含联系人和电话）' : ''}`
}

interface Asked {
  of: ExportedThing
  role: Role
  rows: number
  /** Names and phone numbers of people. */
  withContacts: boolean
}

/**
 * 三.1, §3B 1: why an export needs somebody's approval; null when it needs none. 高级项目主管 and 综合管理 always ask (§3A), the manager for
 * what is large or names people; 总经理 has nobody above.
 */
export function approvalReason(
  { of, role, rows, withContacts }: Asked,
  parameters: Pick<Parameters, 'export.approvalRows'>,
): string | null {
  if (role === 'gm') return null
  const limit = parameters['export.approvalRows']
  if (withContacts) return '含联系人和电话'
  if (rows > limit) return `超过 ${limit} ${exportedLabel[of].unit}`
  return role === 'dm' ? null : '按岗位须批准'
}
