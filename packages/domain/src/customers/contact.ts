import { codesOf } from '../codes.ts'

/** 六.3.1)①: 区分客户使用部门、采购部门、支持部门. */
export const deptKindLabel = { using: '使用部门', purchasing: '采购部门', supporting: '支持部门' } as const
export type DeptKind = keyof typeof deptKindLabel
export const deptKinds = codesOf(deptKindLabel)

export const personLevelLabel = { base: '基层', middle: '中层', senior: '高层' } as const
export type PersonLevel = keyof typeof personLevelLabel
export const personLevels = codesOf(personLevelLabel)

/** 六.3.1)①: 使用人员、采购人员、管理层、高层. */
export const personKindLabel = {
  user: '使用人员',
  buyer: '采购人员',
  manager: '管理层',
  leader: '高层',
} as const
export type PersonKind = keyof typeof personKindLabel
export const personKinds = codesOf(personKindLabel)

/** 六.3.1)③: who decides and who influences; who sets the specification and keeps terms, time and budget. One may have several. */
export const purchaseRoleLabel = {
  decider: '决策人',
  influencer: '影响者',
  specifier: '定指标',
  terms: '合同条款',
  timing: '采购时间',
  budget: '预算',
  user: '使用人',
} as const
export type PurchaseRole = keyof typeof purchaseRoleLabel
export const purchaseRoles = codesOf(purchaseRoleLabel)

/** From least to most; 六.4.2) counts a relationship as built from 熟识 on. */
export const relationshipLevelLabel = {
  none: '未接触',
  acquainted: '认识',
  familiar: '熟识',
  supportive: '支持',
  partner: '伙伴',
} as const
export type RelationshipLevel = keyof typeof relationshipLevelLabel
export const relationshipLevels = codesOf(relationshipLevelLabel)

/** Whoever was visited or called is no longer 未接触. */
export const afterMeeting = (level: RelationshipLevel): RelationshipLevel =>
  level === 'none' ? 'acquainted' : level

/** 六.4.2) 熟识 and closer. */
export const isFamiliar = (level: RelationshipLevel): boolean =>
  relationshipLevels.indexOf(level) >= relationshipLevels.indexOf('familiar')

export const attitudeLabel = { support: '支持', neutral: '中立', oppose: '反对', unknown: '未知' } as const
export type Attitude = keyof typeof attitudeLabel
export const attitudes = codesOf(attitudeLabel)
