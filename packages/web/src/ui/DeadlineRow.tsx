import { countdown } from '@zhuowei/domain/calendar/wording.ts'
import type { ReactNode } from 'react'
import { useNow } from './clock.ts'
import styles from './DeadlineRow.module.css'
import { belowCountdown, urgencyOf } from './due.ts'
import { usePhone } from './useMedia.ts'

export interface ActionLook {
  color: 'primary'
  variant: 'solid' | 'filled'
  size: 'small' | 'middle'
}

interface DeadlineRowProps {
  due: Date | string
  /** Instead of the instant below the countdown: “09:00 开始”. */
  dueText?: string
  /** The time of day means nothing: 维保到期. */
  wholeDay?: boolean
  title: ReactNode
  /** At most one state tag. */
  tag?: ReactNode
  /** One line of the facts needed to decide. */
  facts?: ReactNode
  clause?: ReactNode
  /** One verb of two to four characters: `(look) => <Button {...look}>催办</Button>`; solid only where the row has an edge. */
  action?: (look: ActionLook) => ReactNode
}

/** One thing that is due: countdown over instant, title, facts, clause, one verb. Red edge overdue, amber within 30 minutes. */
export function DeadlineRow(props: DeadlineRowProps) {
  const { due, dueText, wholeDay = false, title, tag, facts, clause, action } = props
  const now = useNow()
  const instant = new Date(due)
  const urgency = urgencyOf(instant, now)
  const phone = usePhone()
  return (
    <li className={styles.row} data-urgency={urgency}>
      <div className={styles.due}>
        <strong>{countdown(now, instant)}</strong>
        <small>{dueText ?? belowCountdown(instant, now, { wholeDay })}</small>
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
      {action && <div className={styles.action}>{action(lookOf(urgency !== undefined, phone))}</div>}
    </li>
  )
}

/** A column of rows is not a wall of blue: a full button marks what cannot wait. */
function lookOf(pressing: boolean, phone: boolean): ActionLook {
  return { color: 'primary', variant: pressing ? 'solid' : 'filled', size: phone ? 'middle' : 'small' }
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
