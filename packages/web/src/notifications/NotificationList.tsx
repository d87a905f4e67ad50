import { useNavigate } from '@tanstack/react-router'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { notificationsApi } from '@zhuowei/contract/notifications.ts'
import { Button } from 'antd'
import { client, readPages } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { VerbalAnswer } from '../app/VerbalAnswer.tsx'
import { InstantText } from '../ui/DateText.tsx'
import { Dot } from '../ui/Dot.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePages } from '../ui/usePages.ts'
import styles from './NotificationList.module.css'

type Notification = Reply<typeof notificationsApi.list>['items'][number]

/** The newest first; opening one marks it as read and leads to what it is about. */
export function NotificationList({ unread, onOpen }: { unread?: 'true'; onOpen?: () => void }) {
  const navigate = useNavigate()
  const source = usePages(readPages('notifications', 'list', { query: { unread } }))
  const markRead = useCommand((id: string) => client.notifications.markRead({ params: { id } }), {
    changes: ['notifications'],
  })
  if (source.error && !source.items) return <RefusalBox error={source.error} onRetry={source.retry} />
  if (!source.items) return <ListSkeleton rows={5} />
  if (source.items.length === 0) {
    return (
      <EmptyState
        title={unread ? '没有未读的通知' : '没有通知'}
        note="有人点评、交办或快到截止时间时，会出现在这里。"
      />
    )
  }
  const open = (notification: Notification) => {
    if (!notification.readAt) markRead.mutate(notification.id)
    onOpen?.()
    if (notification.link) void navigate({ href: notification.link })
  }
  return (
    <>
      <ul>
        {source.items.map((notification) => (
          <li key={notification.id}>
            <button type="button" className={styles.row} onClick={() => open(notification)}>
              <span className={styles.mark}>{!notification.readAt && <Dot tone="brand" />}</span>
              <span className={styles.text}>
                <strong data-read={Boolean(notification.readAt)}>{notification.title}</strong>
                {notification.body && <span>{notification.body}</span>}
                <small>
                  {!notification.readAt && <span className="visually-hidden">未读，</span>}
                  <InstantText at={notification.createdAt} />
                </small>
              </span>
            </button>
            {reportToAnswer(notification) && (
              <div className={styles.answer}>
                <VerbalAnswer
                  id={reportToAnswer(notification) ?? ''}
                  title={notification.title}
                  size="small"
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {source.hasMore && (
        <Button type="link" block loading={source.isLoadingMore} onClick={source.loadMore}>
          更早的通知
        </Button>
      )}
    </>
  )
}

/** 五.5.2)② a verbal report that this person has not answered yet; its address ends with its number. */
const reportToAnswer = ({ kind, readAt, link }: Notification): string | null =>
  kind === 'verbal_report_asked' && !readAt ? (link?.split('open=')[1] ?? null) : null
