import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ActionItem } from '@zhuowei/contract/meeting-shapes.ts'
import { endOfDay } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { DateText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { usePages } from '../ui/usePages.ts'
import { CloseActionItem } from './CloseActionItem.tsx'
import { EditActionItem } from './EditActionItem.tsx'
import { MeetingsTabs } from './MeetingsTabs.tsx'
import styles from './meetings.module.css'
import { ActionItemTag } from './words.tsx'

const route = getRouteApi('/shell/meetings/action-items')

/** 四.1.1)① what is still open from the meetings, first due first. */
export function ActionItemsPage() {
  const search = route.useSearch()
  const { person } = useSession()
  const navigate = useNavigate({ from: '/meetings/action-items' })
  const mine = search.who === 'mine'
  const source = usePages(
    readPages('actionItems', 'list', {
      query: { open: search.closed ? 'false' : 'true', ...(mine && { ownerId: person.id }) },
    }),
  )
  return (
    <Page>
      <PageHeader title="遗留问题" views={<MeetingsTabs current="/meetings/action-items" />} />
      <Panel
        flush
        title={search.closed ? '已了结' : '未了结'}
        note={<ClauseChip clause="四.1.1)①" />}
        extra={
          <>
            <Segments
              label="谁的"
              value={mine ? 'mine' : 'all'}
              onChange={(who) =>
                void navigate({ search: ({ who: _, ...rest }) => (who === 'mine' ? { ...rest, who } : rest) })
              }
              options={[
                { value: 'all', label: '全部' },
                { value: 'mine', label: '我的' },
              ]}
            />
            <Segments
              label="是否了结"
              value={search.closed ? 'closed' : 'open'}
              onChange={(value) =>
                void navigate({
                  search: ({ closed: _, ...rest }) =>
                    value === 'closed' ? { ...rest, closed: true as const } : rest,
                })
              }
              options={[
                { value: 'open', label: '未了结' },
                { value: 'closed', label: '已了结' },
              ]}
            />
          </>
        }
      >
        {source.error !== null && !source.items && <RefusalBox error={source.error} onRetry={source.retry} />}
        {!source.items && !source.error && <ListSkeleton rows={4} />}
        {source.items?.length === 0 && (
          <div className={styles.note}>
            <EmptyState
              title={search.closed ? '还没有了结的' : '没有未了结的遗留问题'}
              note="会上记下的遗留问题有负责人和期限，每次周例会结转，直到了结。"
            />
          </div>
        )}
        <ul className={styles.rows}>
          {source.items?.map((item) => (
            <Row key={item.id} item={item} isOpened={item.id === search.open} />
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

function Row({ item, isOpened }: { item: ActionItem; isOpened: boolean }) {
  const now = useNow()
  const { body, owner, dueOn, meeting, closedBy, closeNote, can } = item
  const isLate = item.closedAt === null && !isMet(endOfDay(dueOn), now)
  return (
    <li ref={isOpened ? intoView : undefined} aria-current={isOpened || undefined}>
      <span className={styles.who}>{owner.name}</span>
      <div className={styles.what}>
        <p>{body}</p>
        <small>
          期限 <DateText date={dueOn} />，
          <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
            {meeting.number} {meeting.title}
          </Link>
          {closedBy && `；${closedBy.name}了结`}
          {closeNote && `：${closeNote}`}
        </small>
      </div>
      <div className={styles.aside}>
        {isLate && <StateTag tone="red">逾期</StateTag>}
        <ActionItemTag item={item} />
        {can.change && <EditActionItem item={item} />}
        {can.close && <CloseActionItem item={item} />}
      </div>
    </li>
  )
}

const intoView = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'center' })
