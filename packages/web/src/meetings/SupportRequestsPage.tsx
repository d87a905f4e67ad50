import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { SupportRequest } from '@zhuowei/contract/meeting-shapes.ts'
import { daysBetween, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePages } from '../ui/usePages.ts'
import { AnswerRequest } from './AnswerRequest.tsx'
import { MeetingsTabs } from './MeetingsTabs.tsx'
import styles from './meetings.module.css'
import { SupportState, weekText } from './words.tsx'

const route = getRouteApi('/shell/support-requests')

/** 五.2.3)① 需要支持和资源: what waits for an answer, the longest waiting first; for everybody else his own. */
export function SupportRequestsPage() {
  const { open, answered } = route.useSearch()
  const navigate = useNavigate({ from: '/support-requests' })
  const { rights } = useSession()
  const decides = rights.includes('support_requests.decide')
  const isAll = answered || !decides
  const source = usePages(readPages('supportRequests', 'list', { query: isAll ? {} : { state: ['open'] } }))
  return (
    <Page>
      <PageHeader title="支持需求" views={<MeetingsTabs current="/support-requests" />} />
      <Panel
        flush
        title={decides ? '需要支持和资源' : '我提出的支持和资源'}
        note={<ClauseChip clause="五.2.3)①" />}
        extra={
          decides && (
            <Segments
              label="哪些"
              value={answered ? 'all' : 'open'}
              onChange={(value) => void navigate({ search: value === 'all' ? { answered: true } : {} })}
              options={[
                { value: 'open', label: '待答复' },
                { value: 'all', label: '全部' },
              ]}
            />
          )
        }
      >
        {source.error !== null && !source.items && <RefusalBox error={source.error} onRetry={source.retry} />}
        {!source.items && !source.error && <ListSkeleton rows={4} />}
        {source.items?.length === 0 && (
          <div className={styles.note}>
            <EmptyState
              title={decides && !answered ? '没有等您答复的支持需求' : '没有提出过支持需求'}
              note="周计划里写的“需要支持和资源”到这里，最晚在周例会上答复（四.1.1)③）。"
            />
          </div>
        )}
        <ul className={styles.rows}>
          {source.items?.map((request) => (
            <Row key={request.id} request={request} isOpened={request.id === open} />
          ))}
        </ul>
        {source.hasMore && (
          <p className={styles.note}>
            <Button type="link" size="small" loading={source.isLoadingMore} onClick={source.loadMore}>
              继续显示
            </Button>
          </p>
        )}
      </Panel>
    </Page>
  )
}

function Row({ request, isOpened }: { request: SupportRequest; isOpened: boolean }) {
  const today = shanghaiDate(useNow())
  const { person, week, reportId, body, state, createdAt, decidedAt, decidedBy, reply, awaits, can } = request
  const days = daysBetween(shanghaiDate(new Date(createdAt)), today)
  return (
    <li ref={isOpened ? intoView : undefined} aria-current={isOpened || undefined}>
      <span className={styles.who}>{person.name}</span>
      <div className={styles.what}>
        <p>{body}</p>
        <small>
          {reportId ? (
            <Link to="/reports/$reportId" params={{ reportId }}>
              {weekText(week)}
            </Link>
          ) : (
            weekText(week)
          )}
          ，<InstantText at={createdAt} /> 提出
          {state === 'open' && days > 0 && `，等了 ${days} 天`}
          {awaits && !can.decide && `，由${awaits.name}答复`}
        </small>
        {decidedBy && decidedAt && (
          <small>
            {decidedBy.name} <InstantText at={decidedAt} />：{reply}
          </small>
        )}
      </div>
      <div className={styles.aside}>
        <SupportState state={state} />
      </div>
      {can.decide && <AnswerRequest request={request} />}
    </li>
  )
}

const intoView = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'center' })
