import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { countdown, deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import type { ReactNode } from 'react'
import { urgencyOf } from './Countdown.tsx'
import { useNow } from './clock.ts'
import styles from './DeadlineRow.module.css'

interface DeadlineRowProps {
  due: Date | string
  /** Instead of the instant below the countdown: “09:00 开始”. */
  dueText?: string
  title: ReactNode
  /** At most one state tag. */
  tag?: ReactNode
  /** One line of the facts needed to decide. */
  facts?: ReactNode
  clause?: ReactNode
  /** One verb of two to four characters; made with the tone that it is given: filled only where the row has an edge. */
  action?: (emphasis: 'solid' | 'filled') => ReactNode
}

/** One thing that is due: countdown over instant, title, facts, clause, one verb. Red edge overdue, amber within 30 minutes. */
export function DeadlineRow({ due, dueText, title, tag, facts, clause, action }: DeadlineRowProps) {
  const now = useNow()
  const instant = new Date(due)
  const urgency = urgencyOf(instant, now)
  return (
    <li className={styles.row} data-urgency={urgency}>
      <div className={styles.due}>
        <strong>{countdown(now, instant)}</strong>
        <small>{dueText ?? deadlineText(instant, shanghaiDate(now))}</small>
      </div>
      <div className={styles.what}>
        <p className={styles.title}>
          <strong>{title}</strong>
          {tag}
        </p>
        <p className={styles.facts}>
          <span>{facts}</span>
          {clause}
        </p>
      </div>
      {action && <div className={styles.action}>{action(urgency ? 'solid' : 'filled')}</div>}
    </li>
  )
}

interface DeadlineGroupProps {
  title: string
  /** “2 项”. */
  note?: ReactNode
  /** At the right: a sum, 全部展开. */
  extra?: ReactNode
  children: ReactNode
}

/** 30 分钟内 · 已逾期 · 今天 · 本周: a head of 30 px and its rows. */
export function DeadlineGroup({ title, note, extra, children }: DeadlineGroupProps) {
  return (
    <section className={styles.group}>
      <header>
        <h3>{title}</h3>
        {note && <span>{note}</span>}
        {extra && <div>{extra}</div>}
      </header>
      <ul>{children}</ul>
    </section>
  )
}
