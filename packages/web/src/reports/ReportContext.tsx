import { Link } from '@tanstack/react-router'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { PathLink } from '../app/PathLink.tsx'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RecentStrip } from './RecentStrip.tsx'
import styles from './ReportContext.module.css'
import { percent } from './state-look.ts'

/** What a report refers to: its customers, why it counts as it does, how its author's last weeks went. */
export function ReportContext({ report, own }: { report: Report; own: boolean }) {
  return (
    <>
      {report.mentions.length > 0 && (
        <Panel title="这篇提到的">
          <ul className={styles.mentions}>
            {report.mentions.map(({ customerId, name, facts }) => (
              <li key={customerId}>
                <PathLink path={`/customers/${customerId}`}>{name}</PathLink>
                <small>{facts}</small>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {report.reasons.length > 0 && (
        <Panel title="为什么这样算">
          <ul className={styles.reasons}>
            {report.reasons.map(({ text, clause }) => (
              <li key={text}>
                {text} <ClauseChip clause={clause} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel
        title={own ? '我的日报' : `${report.author.name}，近 20 个工作日`}
        note={own ? '近 20 个工作日' : undefined}
        extra={<strong>{percent(report.recent.compliance.rate)}</strong>}
      >
        <RecentStrip recent={report.recent} own={own} />
      </Panel>
      {own && (
        <p className={styles.more}>
          <Link to="/reports">全部汇报</Link>
        </p>
      )}
    </>
  )
}
