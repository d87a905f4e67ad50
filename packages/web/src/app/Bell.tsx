import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './Bell.module.css'
import { read } from './client.ts'

const NotificationPanel = lazy(() =>
  import('../notifications/NotificationPanel.tsx').then((module) => ({ default: module.NotificationPanel })),
)

/** What people were told and have not read yet; a panel at the desk, a sheet on the phone. */
export function Bell() {
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const count = useQuery(read('notifications', 'unreadCount')).data?.unread ?? 0
  const list = open && (
    <Suspense fallback={<ListSkeleton rows={5} />}>
      <NotificationPanel onOpen={() => setOpen(false)} />
    </Suspense>
  )
  const bell = (
    <button
      type="button"
      className={styles.bell}
      aria-label={count > 0 ? `通知，${count} 条未读` : '通知，没有未读'}
      onClick={phone ? () => setOpen(true) : undefined}
    >
      <BellOutlined />
      {count > 0 && (
        <span className={styles.count} aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </button>
  )
  if (phone) {
    return (
      <>
        {bell}
        <Sheet
          open={open}
          onClose={() => setOpen(false)}
          placement="bottom"
          size="85%"
          title="通知"
          styles={{ body: { padding: 0 } }}
        >
          {list}
        </Sheet>
      </>
    )
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={<div className={styles.panel}>{list}</div>}
      styles={{ container: { padding: 0 } }}
    >
      {bell}
    </Popover>
  )
}
