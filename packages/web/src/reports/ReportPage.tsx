import { CheckCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { useEffect, useState } from 'react'
import { client, read } from '../app/client.ts'
import { NotFoundPage } from '../app/NotFoundPage.tsx'
import { isRefusal } from '../app/query-client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './ReportPage.module.css'
import { ReportView } from './ReportView.tsx'

const route = getRouteApi('/shell/reports/$reportId')

export function ReportPage() {
  const { reportId: id } = route.useParams()
  const { submitted, edit } = route.useSearch()
  const navigate = useNavigate({ from: '/reports/$reportId' })
  const [justFiled, setJustFiled] = useState<string | null>(null)
  const router = useRouter()
  const { person } = useSession()
  const { data: report, error, refetch } = useQuery(read('reports', 'get', { params: { id } }))
  const markRead = useCommand(() => client.reports.markRead({ body: { ids: [id] } }), {
    changes: ['reports', 'today'],
  })
  const unread = report?.can.comment === true && report.readAt === null && report.author.id !== person.id
  const { mutate } = markRead
  // Opening a report on its own page is reading it; in the stream it takes the key E.
  useEffect(() => {
    if (unread) mutate()
  }, [unread, mutate])
  // Said once: going back to this address or loading it again is no second submission.
  useEffect(() => {
    if (!submitted) return
    setJustFiled(id)
    void navigate({ search: {}, replace: true })
  }, [submitted, id, navigate])
  if (isRefusal(error) && error.problem.status === 404) return <NotFoundPage />
  return (
    <Page>
      <PageHeader title={report?.subject ?? '汇报'} onBack={() => router.history.back()} />
      {justFiled === id && !edit && report?.state && (
        <div className={styles.notice} role="status">
          <CheckCircleFilled /> 已提交，计为{stateLabel[report.state]}。<Link to="/">回今天</Link>
        </div>
      )}
      {error && !report && <RefusalBox error={error} onRetry={() => void refetch()} />}
      {!report && !error && <ListSkeleton rows={8} />}
      {report && (
        <ReportView
          report={report}
          editing={edit !== undefined}
          onEdit={(editing) =>
            void navigate({ search: { edit: editing ? 'true' : undefined }, replace: !editing })
          }
        />
      )}
    </Page>
  )
}
