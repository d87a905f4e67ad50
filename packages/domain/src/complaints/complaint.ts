import { codesOf } from '../codes.ts'

/** How heavy it is; the clocks follow from it (§2B, 系统默认). */
export const complaintLevelLabel = { normal: '一般', major: '重大', urgent: '紧急' } as const
export type ComplaintLevel = keyof typeof complaintLevelLabel
export const complaintLevels = codesOf(complaintLevelLabel)

export const complaintCauseLabel = {
  quality: '产品质量',
  delivery: '交货',
  service: '服务',
  technical: '技术支持',
  commercial: '商务与价格',
  conduct: '人员态度',
  other: '其他',
} as const
export type ComplaintCause = keyof typeof complaintCauseLabel
export const complaintCauses = codesOf(complaintCauseLabel)

/** 六.5.1) 任何部门、任何人; a customer may be the one complained of, too. */
export const complaintAboutLabel = { person: '我方人员', department: '我方部门', customer: '客户' } as const
export type ComplaintAbout = keyof typeof complaintAboutLabel
export const complaintAbouts = codesOf(complaintAboutLabel)

/** 登记 and 已通知 are one instant: recording it tells the manager. 升级 stands beside the state, because the work goes on. */
export const complaintStateLabel = {
  notified: '待派单',
  dispatched: '已派单',
  handling: '处理中',
  callback: '待回访',
  reopened: '不满意重开',
  closed: '满意关闭',
} as const
export type ComplaintState = keyof typeof complaintStateLabel
export const complaintStates = codesOf(complaintStateLabel)

/** What stands beside the state while it is open: a clock ran out, 总经理 was told. */
export const complaintPressingLabel = { overdue: '逾期', escalated: '已升级' } as const
export const complaintPressings = codesOf(complaintPressingLabel)

/** From which state each step may be taken. */
const steps = {
  dispatch: ['notified', 'dispatched', 'handling', 'reopened'],
  handle: ['dispatched', 'handling', 'reopened'],
  resolve: ['dispatched', 'handling', 'reopened'],
  callBack: ['callback'],
} as const satisfies Record<string, readonly ComplaintState[]>
export type ComplaintStep = keyof typeof steps

export function mayStep(step: ComplaintStep, state: ComplaintState): boolean {
  const from: readonly ComplaintState[] = steps[step]
  return from.includes(state)
}
