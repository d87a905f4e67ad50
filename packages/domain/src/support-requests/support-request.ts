import { codesOf } from '../codes.ts'

/** 五.2.3)① 需要支持和资源: said in the weekly plan, answered by the superior, at the latest in the meeting (四.1.1)③). */
export const supportStateLabel = {
  open: '待答复',
  granted: '同意',
  refused: '不同意',
  withdrawn: '已撤回',
} as const
export type SupportState = keyof typeof supportStateLabel
export const supportStates = codesOf(supportStateLabel)
