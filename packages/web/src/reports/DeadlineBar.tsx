import type { OpenedDaily } from '@zhuowei/contract/report-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { countdown, dateTimeWithWeekday, deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import { reportWords } from '@zhuowei/domain/clauses/prescribed.ts'
import { deadlineClause, type ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import styles from './DeadlineBar.module.css'

type Deadline = OpenedDaily['deadline']

/** Until when, and what happens then: amber in the grace period, red after it, calm before. */
export function DeadlineBar({ deadline, owed }: { deadline: Deadline; owed: ObligationKind }) {
  const now = useNow()
  const today = shanghaiDate(now)
  const { dueAt, graceAt } = deadline
  const clause = deadlineClause[owed]
  if (!deadline.owed || !dueAt || !graceAt) return <NotOwed deadline={deadline} />
  const due = new Date(dueAt)
  const grace = new Date(graceAt)
  if (!isMet(grace, now))
    return (
      <div className={styles.bar} data-tone="red">
        <strong>{countdown(now, grace)}</strong>
        <span>
          宽限截止 {deadlineText(grace, today)} 已过，{reportWords.countsAsMissed}
          ；现在提交为补填，内容保留，仍计未填
        </span>
        <ClauseChip clause={clause.grace} />
      </div>
    )
  if (isMet(due, now))
    return (
      <div className={styles.bar}>
        <strong>{countdown(now, due)}</strong>
        <span>正常截止 {deadlineText(due, today)}</span>
        <ClauseChip clause={clause.due} />
        <small>之后如有特殊原因，可到 {deadlineText(grace, today)}</small>
      </div>
    )
  const share = (now.getTime() - due.getTime()) / (grace.getTime() - due.getTime())
  return (
    <div className={styles.bar} data-tone="amber">
      <strong>{countdown(now, grace)}</strong>
      <span className={styles.wide}>
        宽限截止 {dateTimeWithWeekday(grace)}；正常截止 {deadlineText(due, today)} 已过
      </span>
      <span className={styles.narrow}>
        {deadlineText(grace, today)} 后{reportWords.countsAsMissed}
      </span>
      <ClauseChip clause={clause.grace} />
      <small className={styles.wide}>过时{reportWords.countsAsMissed}</small>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
      </span>
    </div>
  )
}

/** Between the due instant and the end of the grace, of something that is owed. */
export function isGraceNow({ owed, state, dueAt, graceAt }: Deadline, now: Date): boolean {
  if (!owed || state === 'waived' || !dueAt || !graceAt) return false
  return !isMet(new Date(dueAt), now) && isMet(new Date(graceAt), now)
}

function NotOwed({ deadline: { reasons, state } }: { deadline: Deadline }) {
  return (
    <div className={styles.bar}>
      <strong>{state === 'exempt' ? '免填' : '不必填'}</strong>
      <span>
        {reasons.map(({ text }) => text).join('')}
        愿意写也可以提交，经理看得到。
      </span>
      {reasons[0] && <ClauseChip clause={reasons[0].clause} />}
    </div>
  )
}
