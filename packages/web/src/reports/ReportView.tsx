import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../app/session.ts'
import { Columns, Stack } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { CommentBox } from './CommentBox.tsx'
import { Comments, EarlierReports, ReportBody } from './ReportBody.tsx'
import { ReportContext } from './ReportContext.tsx'
import styles from './ReportView.module.css'
import { ReviseReport } from './ReviseReport.tsx'

/** One report on a page of its own: for its author, and for the superior on the phone. */
export function ReportView({ report }: { report: Report }) {
  const { person } = useSession()
  const phone = usePhone()
  const [revising, setRevising] = useState(false)
  const own = report.author.id === person.id
  if (revising) return <ReviseReport report={report} onClose={() => setRevising(false)} />
  return (
    <Columns aside={348}>
      <Panel>
        <div className={styles.body}>
          <ReportBody report={report} />
          <Comments report={report} />
          {report.can.revise && (
            <div className={styles.verbs}>
              <Button onClick={() => setRevising(true)}>修改，另存为新版本</Button>
              <small>不改变按时与否</small>
            </div>
          )}
          {report.can.comment && (
            <div className={styles.comment}>
              <CommentBox report={report} />
            </div>
          )}
          {!own && <EarlierReports report={report} />}
        </div>
      </Panel>
      {!phone && (
        <Stack>
          <ReportContext report={report} own={own} />
        </Stack>
      )}
    </Columns>
  )
}
