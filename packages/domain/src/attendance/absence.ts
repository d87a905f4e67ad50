import { codesOf } from '../codes.ts'

export const absenceKindLabel = { leave: '请假', trip: '出差' } as const
export const portionLabel = { full: '全天', am: '上午', pm: '下午' } as const
export const leaveTypeLabel = {
  personal: '事假',
  sick: '病假',
  annual: '年休假',
  marriage: '婚假',
  maternity: '产假',
  paternity: '陪产（护理）假',
  parental: '育儿假',
  bereavement: '丧假',
  injury: '工伤假',
  compensatory: '调休',
  nursing: '哺乳假',
} as const

export const absenceKinds = codesOf(absenceKindLabel)
export const portions = codesOf(portionLabel)
export const leaveTypes = codesOf(leaveTypeLabel)
