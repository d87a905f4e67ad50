import { Link } from '@tanstack/react-router'
import type { Today, TodayCount } from '@zhuowei/contract/today.ts'
import { PathLink } from '../app/PathLink.tsx'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TrendLine } from '../ui/TrendLine.tsx'
import styles from './panels.module.css'

/** OA(3): what is missing in the customer data; each number opens its rows. */
export function Mending({ counts }: { counts: readonly TodayCount[] }) {
  return (
    <Panel title="客户资料要补的" flush>
      <ul className={styles.rows}>
        {counts.map((count) => (
          <li key={count.key}>
            <PathLink path={count.to} className={styles.number}>
              <span>
                {count.label} {count.clause && <ClauseChip clause={count.clause} />}
                {count.examples.length > 0 && (
                  <small>
                    {count.examples.join('、')}
                    {count.count > count.examples.length && ' 等'}
                  </small>
                )}
              </span>
              <strong data-tone={count.count === 0 ? 'quiet' : 'none'}>
                {count.count === 0 ? '无' : shown(count)}
              </strong>
              {count.count > 0 && <span className={styles.verb}>去看</span>}
            </PathLink>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const shown = ({ count, more }: TodayCount) => `${count.toLocaleString('zh-CN')}${more ? '+' : ''}`

export function ComplianceTrend({ trend }: { trend: NonNullable<Today['trend']> }) {
  const points = trend.flatMap(({ week, compliance }) =>
    compliance.rate === null
      ? []
      : {
          key: String(week),
          label: `${week}周`,
          value: compliance.rate * 100,
          title: `第${week}周：按期 ${compliance.filed} / 应填 ${compliance.due}`,
        },
  )
  const last = points.at(-1)
  const before = points.at(-2)
  if (!last) return null
  const change = before ? last.value - before.value : 0
  return (
    <Panel
      title="日报合规率"
      note={`近 ${points.length} 周`}
      extra={
        <>
          <strong className={styles.big}>{last.value.toFixed(1)}%</strong>
          {before && Math.abs(change) >= 0.05 && (
            <span className={styles.change} data-down={change < 0}>
              较上周 {change > 0 ? '+' : '−'}
              {Math.abs(change).toFixed(1)}
            </span>
          )}
          <Link to="/reports/compliance">看合规</Link>
        </>
      }
    >
      {points.length > 1 && (
        <TrendLine points={points} unit="%" label="日报合规率" width={360} height={120} values={false} />
      )}
    </Panel>
  )
}

export function SystemStatus({ system }: { system: NonNullable<Today['system']> }) {
  return (
    <Panel title="系统" flush>
      <ul className={styles.rows}>
        <li>
          <PathLink path="/settings/calendar" className={styles.number}>
            <span>工作日历</span>
            <strong data-tone={system.calendarWarning ? 'amber' : 'none'}>
              {system.calendarWarning ? '要录入' : '已是官方数据'}
            </strong>
          </PathLink>
        </li>
        {system.calendarWarning && <li className={styles.note}>{system.calendarWarning}</li>}
        <li>
          <PathLink path="/settings/audit" className={styles.number}>
            <span>
              24 小时内登录失败
              {system.lastFailedSignInAt && (
                <small>
                  最近 <InstantText at={system.lastFailedSignInAt} />
                </small>
              )}
            </span>
            <strong>{system.failedSignIns} 次</strong>
          </PathLink>
        </li>
        <li>
          <PathLink path="/settings/audit" className={styles.number}>
            <span>
              审计记录已封存
              {system.sealedAt && (
                <small>
                  <InstantText at={system.sealedAt} />
                  ，待封 {system.unsealedRows} 条
                </small>
              )}
            </span>
            <strong>{system.sealedRows.toLocaleString('zh-CN')} 条</strong>
          </PathLink>
        </li>
        <li>
          <PathLink path="/settings/people" className={styles.number}>
            <span>在职人员</span>
            <strong>{system.people} 人</strong>
          </PathLink>
        </li>
      </ul>
    </Panel>
  )
}
