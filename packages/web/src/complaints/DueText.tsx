import { useNow } from '../ui/clock.ts'
import { dueInFull, dueTextOf, urgencyOf } from '../ui/due.ts'
import styles from './complaints.module.css'

/** The instant by which something must be done, coloured when it presses. */
export function DueText({ dueAt }: { dueAt: string }) {
  const { due, now, urgency } = useDue(dueAt)
  return (
    <span className={styles.due} data-urgency={urgency}>
      {urgency === 'red' ? '已过 ' : ''}
      {dueTextOf(due, now)}
    </span>
  )
}

/** The same as a sentence with its day and its time, where there is room. */
export function DueSentence({ dueAt }: { dueAt: string }) {
  const { due, now, urgency } = useDue(dueAt)
  return (
    <span className={styles.due} data-urgency={urgency}>
      {dueInFull(due, now)} 截止{urgency === 'red' && '，已过'}
    </span>
  )
}

function useDue(dueAt: string) {
  const now = useNow()
  const due = new Date(dueAt)
  return { due, now, urgency: urgencyOf(due, now) }
}
