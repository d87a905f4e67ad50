import { Link } from '@tanstack/react-router'
import type { Today, WeekNumber } from '@zhuowei/contract/today.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { PathLink } from '../app/PathLink.tsx'
import { Panel } from '../ui/Panel.tsx'
import styles from './WeekNumbers.module.css'

/** 总经理's minute: each number with its change against the seven days before and, where there are several, by division. */
export function WeekNumbers({ numbers }: { numbers: readonly WeekNumber[] }) {
  return (
    <Panel title="近 7 天" note="到昨天为止，与前 7 天相比；汇报含日报、周报、月报、出差报告" flush>
      <ul className={styles.numbers}>
        {numbers.map((number) => (
          <li key={number.key}>
            <PathLink path={number.to} className={styles.number}>
              <span className={styles.label}>{number.label}</span>
              <span>
                <strong>{shown(number, number.value)}</strong> <Change {...number} />
              </span>
            </PathLink>
            {number.divisions.length > 0 && (
              <ul className={styles.divisions}>
                {number.divisions.map(({ id, name, to, value, before }) => {
                  const line = (
                    <>
                      <span>{name}</span>
                      <span>
                        {shown(number, value)} <Change {...number} value={value} before={before} />
                      </span>
                    </>
                  )
                  return (
                    <li key={id}>
                      {to ? (
                        <PathLink path={to}>{line}</PathLink>
                      ) : (
                        <span className={styles.none}>{line}</span>
                      )}
                    </li>
                  )
                })}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Who it was, each opening the story of the last of these days. */
export function MissedBy({ people, today }: { people: NonNullable<Today['missedBy']>; today: string }) {
  return (
    <Panel
      title="谁未填"
      note="近 7 天，各种汇报"
      flush
      extra={
        <Link to="/reports/compliance" search={{ rows: 'missed' }}>
          看全部
        </Link>
      }
    >
      <ul className={styles.people}>
        {people.map(({ personId, name, division, obligationId, date, count }) => (
          <li key={personId}>
            <Link to="/reports/compliance" search={{ obligation: obligationId }}>
              <span>
                <strong>{name}</strong> <small>{division}</small>
              </span>
              <span>
                {count > 1 && `${count} 份，最近 `}
                {shortDate(date, today)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Change({ value, before, unit, better }: Pick<WeekNumber, 'value' | 'before' | 'unit' | 'better'>) {
  if (value === null || before === null) return null
  const change = (value - before) * (unit === 'percent' ? 100 : 1)
  if (Math.abs(change) < 0.05) return <small className={styles.change}>持平</small>
  const isGood = better === 'either' ? undefined : (better === 'more') === change > 0
  const size = unit === 'percent' ? Math.abs(change).toFixed(1) : Math.abs(change).toLocaleString('zh-CN')
  return (
    <small className={styles.change} data-good={isGood}>
      {change > 0 ? '+' : '−'}
      {size}
    </small>
  )
}

function shown({ unit }: WeekNumber, value: number | null): string {
  if (value === null) return '无'
  return unit === 'percent' ? `${(value * 100).toFixed(1)}%` : value.toLocaleString('zh-CN')
}
