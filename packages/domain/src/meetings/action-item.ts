import { codesOf } from '../codes.ts'

/** §4C 遗留问题: 开 → 延期 (carryCount + 1 at each next weekly meeting) → 完成 | 取消. */
export const actionItemStateLabel = {
  open: '待办',
  carried: '结转',
  done: '完成',
  cancelled: '取消',
} as const
export type ActionItemState = keyof typeof actionItemStateLabel
export const actionItemStates = codesOf(actionItemStateLabel)

export const isOpen = (state: ActionItemState): boolean => state === 'open' || state === 'carried'
