import { FormOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useNavigate } from '@tanstack/react-router'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { Button } from 'antd'
import { read, readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { DateText, InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { usePages } from '../ui/usePages.ts'
import { RecentStrip } from './RecentStrip.tsx'
import styles from './ReportsPage.module.css'
import { ReportsTabs } from './ReportsTabs.tsx'
import { stateTone } from './state-look.ts'

/** 日常工作: the own reports; who writes none begins with those of the team. */
export function ReportsPage() {
  const { rights } = useSession()
  if (!rights.includes('reports.write'))
    return <Navigate to={rights.includes('reports.team') ? '/reports/team' : '/'} replace />
  return <MyReports />
}

function MyReports() {
  const navigate = useNavigate()
  const pages = useMine()
  const create = () => void navigate({ to: '/reports/new' })
  return (
    <Page>
      <PageHeader
        title={reportFields.menu}
        views={<ReportsTabs current="/reports" />}
        extra={
          <Button type="primary" icon={<FormOutlined />} onClick={create}>
            {reportFields.create}
          </Button>
        }
      />
      <Columns>
        <Panel title="我的日报" flush>
          {pages.error && !pages.items ? (
            <RefusalBox error={pages.error} onRetry={pages.retry} />
          ) : (
            <Rows pages={pages} onCreate={create} />
          )}
        </Panel>
        <Stack>
          {pages.first && (
            <Panel title="近 20 个工作日">
              <RecentStrip recent={pages.first.recent} own />
            </Panel>
          )}
          <Owed />
        </Stack>
      </Columns>
    </Page>
  )
}

function Rows({ pages, onCreate }: { pages: ReturnType<typeof useMine>; onCreate: () => void }) {
  if (!pages.items) return <ListSkeleton rows={8} />
  if (pages.items.length === 0)
    return (
      <EmptyState
        title="还没有写过日报"
        note="工作日当天必须填写（五.1.3)①）；当天的拜访、新客户和等级变化会自动写入。"
        action={
          <Button type="primary" onClick={onCreate}>
            {reportFields.create}
          </Button>
        }
      />
    )
  return (
    <>
      <ul className={styles.rows}>
        {pages.items.map((report) => (
          <li key={report.id}>
            <Link
              className={styles.row}
              {...(report.submittedAt
                ? { to: '/reports/$reportId', params: { reportId: report.id } }
                : { to: '/reports/daily/$date', params: { date: report.date } })}
            >
              <span className={styles.date}>
                <DateText date={report.date} />
              </span>
              <span className={styles.what}>
                <strong>{report.subject}</strong>
                <small>{report.headline || '还没有内容'}</small>
                {report.lastComment && (
                  <small className={styles.said}>
                    {report.lastComment.author.name}：{report.lastComment.body}
                  </small>
                )}
              </span>
              <span className={styles.state}>
                {report.submittedAt ? (
                  report.state && (
                    <StateTag tone={stateTone[report.state]}>{stateLabel[report.state]}</StateTag>
                  )
                ) : (
                  <StateTag tone="grey">草稿</StateTag>
                )}
                {report.submittedAt && (
                  <small>
                    <InstantText at={report.submittedAt} />
                  </small>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {pages.hasMore && (
        <div className={styles.more}>
          <Button type="text" loading={pages.isLoadingMore} onClick={pages.loadMore}>
            更早的日报
          </Button>
        </div>
      )}
    </>
  )
}

const useMine = () => usePages(readPages('reports', 'mine', { query: { limit: 30 } }))

/** What is still to be written, from the same list as 今天. */
function Owed() {
  const { data } = useQuery(read('today', 'get'))
  const owed = data?.items.filter(({ kind }) => kind === 'own_report') ?? []
  if (owed.length === 0) return null
  return (
    <Panel title="要写的" note={`${owed.length} 份`}>
      <ul>
        {owed.map((item) => (
          <li key={item.key} className={styles.due}>
            <span>
              {item.title}
              <small className={styles.hint}>{item.facts}</small>
            </span>
            <Link
              className={styles.verb}
              to="/reports/daily/$date"
              params={{ date: item.key.slice('own:'.length) }}
            >
              {item.action.label}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
