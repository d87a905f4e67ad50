import { addDays, endOfDay, mondayOf, shanghaiDate } from '../calendar/dates.ts'
import { isMet } from '../calendar/deadline.ts'
import { codesOf } from '../codes.ts'

/** 二.2.1)(15): 交办 comes from the direct superior; a to-do is one's own. */
export const taskKindLabel = { assigned: '交办任务', general: '个人待办' } as const
export type TaskKind = keyof typeof taskKindLabel
export const taskKinds = codesOf(taskKindLabel)

export const taskStateLabel = {
  open: '待办',
  reported: '已反馈',
  returned: '已退回',
  accepted: '已验收',
  done: '已完成',
  cancelled: '已取消',
} as const
export type TaskState = keyof typeof taskStateLabel
export const taskStates = codesOf(taskStateLabel)

/** From which state each step may be taken. */
const steps = {
  change: ['open', 'returned'],
  feedback: ['open', 'returned'],
  accept: ['reported'],
  sendBack: ['reported'],
  cancel: ['open', 'reported', 'returned'],
  complete: ['open'],
  reopen: ['done'],
} as const satisfies Record<string, readonly TaskState[]>
export type TaskStep = keyof typeof steps

export function mayTake(step: TaskStep, state: TaskState): boolean {
  const from: readonly TaskState[] = steps[step]
  return from.includes(state)
}

export const taskGroupLabel = {
  overdue: '逾期',
  today: '今天',
  week: '本周',
  later: '以后',
  waiting: '等待验收',
} as const
export type TaskGroup = keyof typeof taskGroupLabel
export const taskGroups = codesOf(taskGroupLabel)

/** Where an open task stands in the list: the week ends with its Sunday, what has no date comes later. */
export function taskGroupOf(dueAt: Date | null, now: Date): TaskGroup {
  if (!dueAt) return 'later'
  if (!isMet(dueAt, now)) return 'overdue'
  const today = shanghaiDate(now)
  if (dueAt <= endOfDay(today)) return 'today'
  return dueAt <= endOfDay(addDays(mondayOf(today), 6)) ? 'week' : 'later'
}
