import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { client, read } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { serverNow } from '../ui/clock.ts'
import styles from './MarkAllRead.module.css'

/** Everything up to now; what arrives while the person looks stays unread. */
export function MarkAllRead() {
  const unread = useQuery(read('notifications', 'unreadCount')).data?.unread ?? 0
  const markAll = useCommand((until: string) => client.notifications.markAllRead({ body: { until } }), {
    changes: ['notifications'],
  })
  if (unread === 0) return null
  return (
    <Button
      type="link"
      size="small"
      className={styles.mark}
      loading={markAll.isPending}
      onClick={() => markAll.mutate(serverNow().toISOString())}
    >
      全部标为已读
    </Button>
  )
}
