import { useNow } from '../ui/clock.ts'
import { dueInFull, dueTextOf, urgencyOf } from '../ui/due.ts'
import styles from './complaints.module.css'

/** The instant by which something must be done, coloured when it presses. */
export function DueText({ dueAt, full = false }: { dueAt: string; full?: boolean }) {
  const now = useNow()
  const due = new Date(dueAt)
  const urgency = urgencyOf(due, now)
  return (
    <span className={styles.due} data-urgency={urgency}>
      {urgency === 'red' ? '已过 ' : ''}
      {full ? dueInFull(due, now) : dueTextOf(due, now)}
    </span>
  )
}
