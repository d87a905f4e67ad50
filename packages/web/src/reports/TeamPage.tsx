import { CheckOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { countedTo } from '@zhuowei/contract/limits.ts'
import { reportKindLabel } from '@zhuowei/domain/reports/kinds.ts'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { client, read, readPages } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page, Pane, Panes } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { CommentBar } from './CommentBar.tsx'
import { CommentBox } from './CommentBox.tsx'
import { NotYetFiled } from './NotYetFiled.tsx'
import { Comments, EarlierReports, ReportBody } from './ReportBody.tsx'
import { ReportContext } from './ReportContext.tsx'
import { ReportsTabs } from './ReportsTabs.tsx'
import { StreamFilters } from './StreamFilters.tsx'
import { StreamQueue } from './StreamQueue.tsx'
import styles from './TeamPage.module.css'
import type { TeamSearch } from './team-search.ts'
import { useCommentDraft } from './useCommentDraft.ts'

const route = getRouteApi('/shell/reports/team')

/** 五.1.1) the team's reports as one stream: read, comment, next. */
export function TeamPage() {
  const phone = usePhone()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/reports/team' })
  const router = useRouter()
  const { box = 'unread', open, ...narrowed } = search
  const pages = usePages(readPages('reports', 'stream', { query: { ...narrowed, box, limit: 30 } }))
  const items = pages.items ?? []
  const place = Math.max(
    0,
    items.findIndex(({ id }) => id === open),
  )
  const current = items[place]
  const change = (next: Partial<TeamSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  const go = (step: 1 | -1) => {
    const next = items[place + step]
    if (next) change({ open: next.id })
    else if (phone) change({ open: undefined })
    if (place + step >= items.length - 3) pages.loadMore()
  }
  const markRead = useCommand((ids: string[]) => client.reports.markRead({ body: { ids } }), {
    changes: ['reports', 'today'],
  })
  const readOn = () => {
    if (!current?.unread) return go(1)
    markRead.mutate([current.id])
    // In the unread box the report leaves the list, so its successor is chosen now.
    const next = items[place + 1] ?? items[place - 1]
    if (next || phone) change({ open: next?.id })
  }
  const fieldId = useId()
  useShortcuts(
    phone ? {} : { j: () => go(1), k: () => go(-1), c: () => document.getElementById(fieldId)?.focus() },
  )
  const counts = pages.first?.counts
  const boxes = (
    <Segments
      label="看哪些"
      value={box}
      onChange={(value) => change({ box: value === 'unread' ? undefined : value, open: undefined })}
      options={[
        { value: 'unread', label: `未读${shown(counts?.unread)}` },
        { value: 'to_comment', label: `待点评${shown(counts?.toComment)}` },
        { value: 'all', label: '全部' },
      ]}
    />
  )
  const filters = box === 'all' && <StreamFilters search={search} onChange={change} />
  const queue = (
    <StreamQueue
      pages={pages}
      box={box}
      current={phone ? undefined : current?.id}
      onOpen={(id) =>
        // On the phone the report takes the whole page, so going back leads to the list again.
        phone ? void navigate({ search: (before) => ({ ...before, open: id }) }) : change({ open: id })
      }
      onShowAll={() => change({ box: 'all', open: undefined })}
    />
  )
  const position = `第 ${place + 1} 篇${pages.hasMore ? '' : ` / 共 ${items.length} 篇`}`
  if (phone && open)
    return (
      <PhoneReading
        key={open}
        id={open}
        position={current?.id === open ? position : undefined}
        onBack={() => router.history.back()}
        onRead={readOn}
        onNext={() => go(1)}
      />
    )
  if (phone)
    return (
      <Page>
        <PageHeader title="团队汇报" views={<ReportsTabs current="/reports/team" />} extra={boxes} />
        <div className={styles.phoneQueue}>
          {filters}
          {queue}
        </div>
        <NotYetFiled />
      </Page>
    )
  return (
    <Page full>
      <div className={styles.bar}>
        <PageHeader
          title="团队汇报"
          views={
            <>
              <ReportsTabs current="/reports/team" />
              {boxes}
            </>
          }
          extra={
            <span className={styles.keys}>
              <Kbd keys="J" /> 下一篇 <Kbd keys="K" /> 上一篇 <Kbd keys="E" /> 已阅 <Kbd keys="C" /> 点评{' '}
              <Kbd keys="mod+Enter" /> 发送
            </span>
          }
        />
      </div>
      <Panes>
        <Pane width={316} label="汇报列表">
          {filters}
          {queue}
          <NotYetFiled />
        </Pane>
        <Pane label="正文">
          {current && (
            <Reading
              key={current.id}
              id={current.id}
              position={position}
              fieldId={fieldId}
              onRead={readOn}
              onNext={() => go(1)}
            />
          )}
        </Pane>
        <Pane width={316} label="这篇提到的">
          {current && <Context key={current.id} id={current.id} />}
        </Pane>
      </Panes>
    </Page>
  )
}

/** Nothing while it is unknown; the server counts to a hundred. */
const shown = (count: number | undefined) =>
  count === undefined ? '' : ` ${count >= countedTo ? `${countedTo - 1}+` : count}`

interface ReadingProps {
  id: string
  position: string
  fieldId: string
  onRead: () => void
  onNext: () => void
}

function Reading({ id, position, fieldId, onRead, onNext }: ReadingProps) {
  const { data: report, error, refetch } = useQuery(read('reports', 'get', { params: { id } }))
  const draft = useCommentDraft(id)
  const [warned, setWarned] = useState(false)
  const unsent = draft.body.trim() !== ''
  const readOn = () => (unsent && !warned ? setWarned(true) : onRead())
  useShortcuts({ e: readOn })
  if (error && !report) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!report) return <ListSkeleton rows={6} />
  return (
    <div className={styles.reading}>
      <div className={styles.text}>
        <ReportBody report={report} position={position} />
        <Comments report={report} />
        <EarlierReports report={report} />
      </div>
      {report.can.comment && (
        <div className={styles.foot}>
          <CommentBox
            report={report}
            draft={draft}
            onNext={onNext}
            fieldId={fieldId}
            warning={warned && unsent ? '点评还没发。再按一次已阅（E）去下一篇，写的话留在这篇里。' : null}
            others={
              <Button icon={<CheckOutlined />} onClick={readOn}>
                {report.readAt ? '下一篇' : '已阅'}
              </Button>
            }
          />
        </div>
      )}
    </div>
  )
}

interface PhoneReadingProps {
  id: string
  position: string | undefined
  onBack: () => void
  onRead: () => void
  onNext: () => void
}

/** One report of the queue on the phone: read, comment and go on with the thumb. */
function PhoneReading({ id, position, onBack, onRead, onNext }: PhoneReadingProps) {
  const { data: report, error, refetch } = useQuery(read('reports', 'get', { params: { id } }))
  return (
    <Page>
      <PageHeader
        title={report ? `${report.author.name}的${reportKindLabel[report.kind]}` : '团队汇报'}
        onBack={onBack}
      />
      {error && !report && <RefusalBox error={error} onRetry={() => void refetch()} />}
      {!report && !error && <ListSkeleton rows={6} />}
      {report && (
        <Panel>
          <ReportBody report={report} />
          <Comments report={report} />
          <EarlierReports report={report} />
        </Panel>
      )}
      {report?.can.comment && (
        <CommentBar report={report} position={position} onRead={onRead} onNext={onNext} />
      )}
    </Page>
  )
}

function Context({ id }: { id: string }) {
  const { data: report } = useQuery(read('reports', 'get', { params: { id } }))
  return (
    <div className={styles.context}>
      {report ? <ReportContext report={report} own={false} /> : <ListSkeleton rows={4} />}
    </div>
  )
}
