import { Link } from '@tanstack/react-router'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { Button } from 'antd'
import { useId } from 'react'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { Columns, Stack } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { CommentBar } from './CommentBar.tsx'
import { CommentBox } from './CommentBox.tsx'
import { Comments, EarlierReports, ReportBody } from './ReportBody.tsx'
import { ReportContext } from './ReportContext.tsx'
import styles from './ReportView.module.css'
import { ReviseReport } from './ReviseReport.tsx'
import { useCommentDraft } from './useCommentDraft.ts'
import { useReportFacts } from './useReportFacts.ts'

interface ReportViewProps {
  report: Report
  editing: boolean
  onEdit: (editing: boolean) => void
}

/** One report on a page of its own: for its author, and for the superior on the phone. */
export function ReportView({ report, editing, onEdit }: ReportViewProps) {
  const { person } = useSession()
  const phone = usePhone()
  const own = report.author.id === person.id
  const today = shanghaiDate(useNow())
  const summaryFrom = report.weekly?.summaryFrom
  if (editing && report.can.revise)
    return <ReviseReport key={report.id} report={report} onClose={() => onEdit(false)} />
  return (
    <Columns aside={348}>
      <Panel>
        <div className={styles.body}>
          <ReportBody report={report} />
          <Comments report={report} />
          {report.can.revise && (
            <div className={styles.verbs}>
              {summaryFrom && summaryFrom <= today && (
                <Link to="/reports/weekly/$week" params={{ week: report.period }}>
                  写本周总结
                </Link>
              )}
              <Button onClick={() => onEdit(true)}>修改，另存为新版本</Button>
              <small>
                不改变按时与否
                {summaryFrom && summaryFrom > today && `；完成情况 ${shortDate(summaryFrom, today)}起填写`}
              </small>
              <News report={report} />
            </div>
          )}
          {report.can.comment && !phone && (
            <div className={styles.comment}>
              <Comment report={report} />
            </div>
          )}
          {!own && <EarlierReports report={report} />}
        </div>
      </Panel>
      {phone && report.can.comment && <CommentBar report={report} />}
      {!phone && (
        <Stack>
          <ReportContext report={report} own={own} />
        </Stack>
      )}
    </Columns>
  )
}

function Comment({ report }: { report: Report }) {
  return <CommentBox report={report} draft={useCommentDraft(report.id)} fieldId={useId()} />
}

/** What came after the report and is not in it yet. */
function News({ report }: { report: Report }) {
  const { data } = useReportFacts(report)
  const news = data?.filter((fact) => fact.news).length ?? 0
  return news > 0 ? <strong>提交后又有 {news} 条事实，修改时已勾好</strong> : null
}
