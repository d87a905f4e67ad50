import type { Task } from '@zhuowei/contract/tasks.ts'
import { taskStateLabel } from '@zhuowei/domain/tasks/task.ts'
import { useNow } from '../ui/clock.ts'
import { dueDayOf, urgencyOf } from '../ui/due.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import styles from './tasks.module.css'

const stateTone: Record<Task['state'], Tone> = {
  open: 'grey',
  reported: 'brand',
  returned: 'amber',
  accepted: 'green',
  done: 'green',
  cancelled: 'outlined',
}

export function TaskState({ state }: Pick<Task, 'state'>) {
  return <StateTag tone={stateTone[state]}>{taskStateLabel[state]}</StateTag>
}

/** Until when; red once it has passed, unless nobody waits for it any more. */
export function TaskDue({ dueAt, closed = false }: { dueAt: string | null; closed?: boolean }) {
  const now = useNow()
  if (!dueAt) return <span className={styles.due}>没有期限</span>
  const due = new Date(dueAt)
  const urgency = closed ? undefined : urgencyOf(due, now)
  return (
    <span className={styles.due} data-urgency={urgency}>
      {urgency === 'red' ? '逾期 ' : ''}
      {dueDayOf(due, now)}
    </span>
  )
}

/** Every page that may say something else after a step of a task. */
export const changedByTask = ['tasks', 'today', 'notifications'] as const
