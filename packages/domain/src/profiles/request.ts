import { codesOf } from '../codes.ts'

/** 个人信息保护法 44–47: what a person may ask of us. */
export const personalRequestKindLabel = {
  copy: '查阅、复制',
  correct: '更正、补充',
  withdraw: '撤回同意',
  erase: '删除',
} as const
export type PersonalRequestKind = keyof typeof personalRequestKindLabel
export const personalRequestKinds = codesOf(personalRequestKindLabel)

export const personalRequestStateLabel = {
  open: '待处理',
  approved: '待删除',
  done: '已办结',
  refused: '已拒绝',
} as const
export type PersonalRequestState = keyof typeof personalRequestStateLabel
export const personalRequestStates = codesOf(personalRequestStateLabel)
