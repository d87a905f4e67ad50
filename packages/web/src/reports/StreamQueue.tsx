import type { StreamItem } from '@zhuowei/contract/report-shapes.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { InstantText } from '../ui/DateText.tsx'
import { Dot } from '../ui/Dot.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import type { ListSource } from '../ui/usePages.ts'
import styles from './StreamQueue.module.css'
import { stateTone } from './state-look.ts'

interface StreamQueueProps {
  pages: ListSource<StreamItem>
  box: 'unread' | 'to_comment' | 'all'
  current: string | undefined
  onOpen: (id: string) => void
  onShowAll: () => void
}

/** Who wrote, about what, and what stands out: late, a problem, already commented. */
export function StreamQueue({ pages, box, current, onOpen, onShowAll }: StreamQueueProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-id="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])
  if (pages.error && !pages.items) return <RefusalBox error={pages.error} onRetry={pages.retry} />
  if (!pages.items) return <ListSkeleton rows={8} height={70} />
  if (pages.items.length === 0)
    return (
      <EmptyState
        title={box === 'unread' ? '都读过了' : box === 'to_comment' ? '都点评过了' : '还没有汇报'}
        note="新交的汇报会自动出现在这里。"
        action={box !== 'all' && <Button onClick={onShowAll}>看全部汇报</Button>}
      />
    )
  return (
    <>
      <ul ref={list}>
        {pages.items.map((item) => (
          <li key={item.id} data-id={item.id}>
            <button
              type="button"
              className={styles.item}
              aria-current={item.id === current}
              onClick={() => onOpen(item.id)}
            >
              <span className={styles.mark}>{item.unread && <Dot tone="brand" />}</span>
              <span className={styles.what}>
                <span className={styles.who}>
                  <strong>{item.author.name}</strong> {item.subject}
                  {item.unread && <span className="visually-hidden">，未读</span>}
                </span>
                <span className={styles.headline}>{item.headline}</span>
                <small>
                  <InstantText at={item.submittedAt} />
                </small>
              </span>
              <Mark item={item} />
            </button>
          </li>
        ))}
      </ul>
      {pages.hasMore && (
        <div className={styles.more}>
          <Button type="text" size="small" loading={pages.isLoadingMore} onClick={pages.loadMore}>
            更多
          </Button>
        </div>
      )}
    </>
  )
}

/** One tag at most: what counts against the report comes before what it asks. */
function Mark({ item }: { item: StreamItem }) {
  if (item.state && item.state !== 'on_time' && item.state !== 'pending')
    return <StateTag tone={stateTone[item.state]}>{stateLabel[item.state].replace(/（.*）/, '')}</StateTag>
  if (item.hasIssue) return <StateTag tone="outlined">问题</StateTag>
  return item.commented ? <small className={styles.said}>已点评</small> : null
}
