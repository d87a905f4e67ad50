import { FormOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate, useNavigate } from '@tanstack/react-router'
import { addDays } from '@zhuowei/domain/calendar/dates.ts'
import { weekKeyOf } from '@zhuowei/domain/calendar/weeks.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { type ReportKind, reportKindLabel, reportKinds } from '@zhuowei/domain/reports/kinds.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { Button } from 'antd'
import { read, readPages } from '../app/client.ts'
import { PathLink } from '../app/PathLink.tsx'
import { useSession } from '../app/session.ts'
import { DateText, InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { usePages } from '../ui/usePages.ts'
import { RecentStrip } from './RecentStrip.tsx'
import { ReportSearch } from './ReportSearch.tsx'
import styles from './ReportsPage.module.css'
import { ReportsTabs } from './ReportsTabs.tsx'
import { stateTone } from './state-look.ts'

const route = getRouteApi('/shell/reports')

/** 日常工作: the own reports; who writes none begins with those of the team. */
export function ReportsPage() {
  const { rights } = useSession()
  if (!rights.includes('reports.write'))
    return <Navigate to={rights.includes('reports.team') ? '/reports/team' : '/'} replace />
  return <MyReports />
}

function MyReports() {
  const navigate = useNavigate({ from: '/reports' })
  const { kind, q } = route.useSearch()
  const pages = useMine(kind, q)
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
        <Panel
          title="我的汇报"
          flush
          extra={
            <Segments<ReportKind | 'all'>
              label="只看哪一种"
              value={kind ?? 'all'}
              onChange={(value) =>
                void navigate({ search: { q, kind: value === 'all' ? undefined : value }, replace: true })
              }
              options={[
                { value: 'all', label: '全部' },
                ...reportKinds.map((value) => ({ value, label: reportKindLabel[value] })),
              ]}
            />
          }
        >
          <div className={styles.search}>
            <ReportSearch
              asked={q ?? ''}
              onAsk={(asked) => void navigate({ search: { kind, q: asked || undefined }, replace: true })}
            />
          </div>
          {pages.error && !pages.items ? (
            <RefusalBox error={pages.error} onRetry={pages.retry} />
          ) : (
            <Rows pages={pages} kind={kind} q={q} onCreate={create} />
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

interface RowsProps {
  pages: ReturnType<typeof useMine>
  kind: ReportKind | undefined
  q: string | undefined
  onCreate: () => void
}

function Rows({ pages, kind, q, onCreate }: RowsProps) {
  if (!pages.items) return <ListSkeleton rows={8} />
  if (pages.items.length === 0 && q)
    return (
      <EmptyState title={`没有写过“${q}”的${kind ? reportKindLabel[kind] : '汇报'}`} note="草稿也查过了。" />
    )
  if (pages.items.length === 0)
    return (
      <EmptyState
        title={`还没有写过${kind ? reportKindLabel[kind] : '汇报'}`}
        note="拜访、新客户和等级变化会自动写入，打开就有草稿。"
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
                : { to: editorOf(report) })}
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
            更早的
          </Button>
        </div>
      )}
    </>
  )
}

const useMine = (kind: ReportKind | undefined, q: string | undefined) =>
  usePages(readPages('reports', 'mine', { query: { kind: kind && [kind], q, limit: 30 } }))

/** Where a draft is written on; the plan of a week on the page of the week before it. */
function editorOf({ kind, period, date }: { kind: ReportKind; period: string; date: string }): string {
  if (kind === 'weekly') return `/reports/weekly/${weekKeyOf(addDays(date, -7))}`
  return `/reports/${kind}/${period}`
}

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
            <PathLink className={styles.verb} path={item.action.to}>
              {item.action.label}
            </PathLink>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
