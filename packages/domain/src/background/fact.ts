import { daysBetween, type PlainDate } from '../calendar/dates.ts'
import type { Parameters } from '../clauses/parameters.ts'
import { codesOf } from '../codes.ts'

/** 六.3.1)①②⑤: what is known about a customer, in the order of the text. */
export const factKindLabel = {
  department: '部门与人员',
  product: '同类产品和方案',
  it: '信息化状况',
  plan: '客户规划信息',
} as const
export type FactKind = keyof typeof factKindLabel
export const factKinds = codesOf(factKindLabel)

export const factKindClause = {
  department: '六.3.1)①',
  product: '六.3.1)①',
  it: '六.3.1)②',
  plan: '六.3.1)⑤',
} as const satisfies Record<FactKind, string>

/** The headings of 六.3.1)②, word for word, and what fits under none of them. */
export const itCategoryLabel = {
  server: '服务器',
  storage: '存储',
  database: '数据库',
  network_security: '网络安全',
  network_planning: '网络规划',
  network_engineering: '网络工程',
  video_conference: '视频会议',
  surveillance: '监控',
  other: '其他',
} as const
export type ItCategory = keyof typeof itCategoryLabel
export const itCategories = codesOf(itCategoryLabel)

/** 同类产品 in use: ours, or somebody else's. */
export const makerLabel = { own: '我方', other: '对手或其他厂家' } as const
export type Maker = keyof typeof makerLabel
export const makers = codesOf(makerLabel)

/** Learned or confirmed so long ago that somebody has to ask again. */
export function isStale(confirmedOn: PlainDate, today: PlainDate, parameters: Parameters): boolean {
  return daysBetween(confirmedOn, today) > parameters['background.freshDays']
}

/** How the maintenance of a piece of equipment stands: long to go, about to end, or over. */
export const maintenanceLabel = { running: '在保', ending: '快到期', ended: '已过保' } as const
export type Maintenance = keyof typeof maintenanceLabel
export const maintenances = codesOf(maintenanceLabel)

/** 六.3.1)② the last day still counts as covered; the alert begins so many days before it. */
export function maintenanceOn(endsOn: PlainDate, today: PlainDate, parameters: Parameters): Maintenance {
  const left = daysBetween(today, endsOn)
  if (left < 0) return 'ended'
  return left <= parameters['background.replacementDays'] ? 'ending' : 'running'
}

/** Facts keep the day on which they were last true: a correction that names no newer day does not make them fresh. */
export function confirmedAfterChange(
  held: { learnedOn: PlainDate; confirmedOn: PlainDate },
  learnedOn: PlainDate,
): PlainDate {
  return learnedOn === held.learnedOn ? held.confirmedOn : learnedOn
}
