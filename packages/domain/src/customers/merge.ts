import { addDays, type PlainDate } from '../calendar/dates.ts'
import type { TradeStatus } from './grade.ts'

/**
 * The fields that are chosen one by one when two records of a customer become one. Owner, region and grade stay those of the kept record:
 * they change by their own commands, which ask for a reason (六.1.2)①, §3A).
 */
export const mergeFieldLabel = {
  name: '客户名称',
  status: '客户状态',
  creditCode: '统一社会信用代码',
  type: '客户类型',
  city: '城市',
  county: '县（区）',
  source: '客户来源',
  parentId: '上级单位',
  address: '通信地址',
  website: '网站',
  email: '邮箱',
  phone: '总机',
  remarks: '备注',
} as const
export type MergeField = keyof typeof mergeFieldLabel

interface Candidate {
  id: string
  tradeStatus: TradeStatus
  createdAt: Date
}

/** 六.1.1)①: 以前有过交易 must not get lost, so a customer with trade is kept before one without. */
export function mayBeKept(one: Candidate, all: readonly Candidate[]): boolean {
  return one.tradeStatus === 'traded' || all.every(({ tradeStatus }) => tradeStatus === 'untraded')
}

/** The record that is kept unless somebody chooses another: the one entered first of those that may be kept. */
export function suggestKept<C extends Candidate>(all: readonly C[]): C | undefined {
  return all
    .filter((one) => mayBeKept(one, all))
    .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())[0]
}

const undoDays = 30

/** The last day on which a merge can be taken back. */
export function undoableUntil(mergedOn: PlainDate): PlainDate {
  return addDays(mergedOn, undoDays)
}
