import { Link } from '@tanstack/react-router'
import type { Today } from '@zhuowei/contract/today.ts'
import { gradeLabel } from '@zhuowei/domain/customers/grade.ts'
import { PathLink } from '../app/PathLink.tsx'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Dot } from '../ui/Dot.tsx'
import { LevelBadge } from '../ui/LevelBadge.tsx'
import { Panel } from '../ui/Panel.tsx'
import styles from './panels.module.css'

const level = { A: 1, B: 2, C: 3 } as const

/** 该拜访了: idle minutes have a use. */
export function ToVisit({ customers }: { customers: NonNullable<Today['toVisit']> }) {
  return (
    <Panel
      title="该拜访了"
      note={<PathLink path="/customers/forgotten">看全部遗忘客户</PathLink>}
      flush
      extra={
        <>
          <ClauseChip clause="六.4.1)" />
          <ClauseChip clause="系统默认" dashed />
        </>
      }
    >
      {customers.length === 0 ? (
        <p className={styles.none}>重点和一般客户都在间隔之内。</p>
      ) : (
        <ul className={styles.rows}>
          {customers.map(({ id, name, grade, days, nextStepOn }) => (
            <li key={id}>
              <PathLink path={`/customers/${id}`} className={styles.customer}>
                <LevelBadge level={level[grade]} letter={grade} title={gradeLabel[grade]} />
                <span>{name}</span>
              </PathLink>
              <span className={styles.since}>
                <Dot tone={nextStepOn ? 'green' : days > 45 ? 'red' : 'amber'} />
                {nextStepOn ? <DateText date={nextStepOn} /> : `${days} 天未访`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

export function Guidance({ guidance }: { guidance: NonNullable<Today['guidance']> }) {
  return (
    <Panel title="上级点评" note="近两周" flush>
      <ul className={styles.rows}>
        {guidance.map(({ reportId, author, date, body, at }) => (
          <li key={`${reportId} ${at}`}>
            <Link className={styles.line} to="/reports/$reportId" params={{ reportId }}>
              <small>
                {author}，<DateText date={date} />
                日报
              </small>
              <span className={styles.said}>{body}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
