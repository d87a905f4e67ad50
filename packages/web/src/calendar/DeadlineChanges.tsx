import type { DeadlineChange } from '@zhuowei/contract/calendar.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday, deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import { useNow } from '../ui/clock.ts'
import styles from './DeadlineChanges.module.css'

/** Which open deadlines move with the calendar: the deed, or what it would do. */
export function DeadlineChanges({
  changes,
  done = false,
}: {
  changes: readonly DeadlineChange[]
  done?: boolean
}) {
  const today = shanghaiDate(useNow())
  const lead = done ? '已保存。' : ''
  if (changes.length === 0) return <p className={styles.none}>{lead}没有未到期的期限因此改变。</p>
  const write = (deadline: DeadlineChange['before']) =>
    deadline ? `${deadlineText(new Date(deadline.graceAt), today)} 前` : '不须填'
  return (
    <div className={styles.changes} role={done ? 'status' : undefined}>
      <p>
        {lead}
        {changes.length} 天的期限{done ? '已' : '会'}改变：
      </p>
      <ul>
        {changes.map((change) => (
          <li key={`${change.kind} ${change.onDate} ${change.before?.graceAt} ${change.after?.graceAt}`}>
            <strong>
              {change.kind === 'daily' ? `${dateWithWeekday(change.onDate)} 日报` : change.subject}
            </strong>
            <span>{change.people} 人</span>
            <p>
              {write(change.before)} → <b>{write(change.after)}</b>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
