import { useNavigate } from '@tanstack/react-router'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { notificationsApi } from '@zhuowei/contract/notifications.ts'
import { Button } from 'antd'
import { serverNow } from '../ui/clock.ts'
import { InstantText } from '../ui/DateText.tsx'
import { Dot } from '../ui/Dot.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePages } from '../ui/usePages.ts'
import { client, readPages } from './client.ts'
import styles from './NotificationList.module.css'
import { useCommand } from './useCommand.ts'

type Notification = Reply<typeof notificationsApi.list>['items'][number]

/** The newest first; opening one marks it as read and leads to what it is about. */
export function NotificationList({ onOpen }: { onOpen: () => void }) {
  const navigate = useNavigate()
  const source = usePages(readPages('notifications', 'list', { query: {} }))
  const markRead = useCommand((id: string) => client.notifications.markRead({ params: { id } }), {
    changes: ['notifications'],
  })
  const markAll = useCommand((until: string) => client.notifications.markAllRead({ body: { until } }), {
    changes: ['notifications'],
  })
  if (source.error) {
    return (
      <div className={styles.aside}>
        <RefusalBox error={source.error} onRetry={source.retry} />
      </div>
    )
  }
  if (!source.items) return <ListSkeleton rows={5} />
  if (source.items.length === 0) {
    return (
      <div className={styles.aside}>
        <EmptyState title="没有通知" note="有人点评、交办或快到截止时间时，会出现在这里。" />
      </div>
    )
  }
  const open = (notification: Notification) => {
    if (!notification.readAt) markRead.mutate(notification.id)
    onOpen()
    if (notification.link) void navigate({ href: notification.link })
  }
  return (
    <div>
      <header className={styles.head}>
        <h2>通知</h2>
        <Button
          type="link"
          size="small"
          loading={markAll.isPending}
          onClick={() => markAll.mutate(serverNow().toISOString())}
        >
          全部标为已读
        </Button>
      </header>
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
          </li>
        ))}
      </ul>
      {source.hasMore && (
        <Button type="link" block loading={source.isLoadingMore} onClick={source.loadMore}>
          更早的通知
        </Button>
      )}
    </div>
  )
}
