import { CheckOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { Today } from '@zhuowei/contract/today.ts'
import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { countdown, shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { Button } from 'antd'
import { useUrge } from '../app/useUrge.ts'
import { useNow } from '../ui/clock.ts'
import { InstantText } from '../ui/DateText.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './panels.module.css'

/** 谁没交: names, not numbers; who has filed does not appear. */
export function Owing({ owing }: { owing: NonNullable<Today['owing']> }) {
  const now = useNow()
  const urge = useUrge()
  const today = shanghaiDate(now)
  const isToday = owing.date === today
  const left = owing.people.filter(({ state }) => state === 'pending').length
  return (
    <Panel
      title="谁没交"
      note={`${owing.expected} 人应交，${owing.filed} 人已交`}
      flush
      extra={
        owing.urgedAt ? (
          <span className={styles.told}>{shanghaiTime(new Date(owing.urgedAt))} 已催</span>
        ) : (
          owing.canUrge && (
            <Button
              color="primary"
              variant="filled"
              size="small"
              loading={urge.isPending}
              onClick={() => urge.mutate(owing)}
            >
              催办 {left} 人
            </Button>
          )
        )
      }
    >
      <p className={styles.subhead}>
        {shortDate(owing.date, today)}日报
        {left > 0 && !isToday && <span>{countdown(now, new Date(owing.graceAt))}</span>}
      </p>
      {owing.people.length === 0 ? (
        <p className={styles.done}>
          <CheckOutlined /> 都交齐了
        </p>
      ) : (
        <ul className={styles.rows}>
          {owing.people.map((person) => (
            <li key={person.id}>
              <span className={styles.name}>
                <strong>{person.name}</strong>
                {person.region && <small>{person.region}</small>}
              </span>
              <Link to="/reports/compliance" search={{ person: person.id, date: owing.date }}>
                <StateTag tone={person.state === 'pending' ? (isToday ? 'grey' : 'amber') : 'red'}>
                  {stateLabel[person.state].replace(/（.*）/, '')}
                </StateTag>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

export function Unread({ unread }: { unread: NonNullable<Today['unread']> }) {
  const rest = unread.count - unread.latest.length
  return (
    <Panel
      title="未读汇报"
      note={`${unread.count >= 100 ? '99+' : unread.count} 篇`}
      flush
      extra={<Link to="/reports/team">逐篇看</Link>}
    >
      <ul className={styles.rows}>
        {unread.latest.map(({ id, author, subject, headline, submittedAt }) => (
          <li key={id}>
            <Link className={styles.line} to="/reports/team" search={{ open: id }}>
              <span className={styles.who}>
                <strong>{author}</strong> <small>{subject}</small>
                <small className={styles.when}>
                  <InstantText at={submittedAt} />
                </small>
              </span>
              <span className={styles.headline}>{headline}</span>
            </Link>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Link to="/reports/team" className={styles.more}>
          还有 {unread.count >= 100 ? '99+' : rest} 篇
        </Link>
      )}
    </Panel>
  )
}
