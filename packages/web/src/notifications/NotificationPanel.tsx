import { Link } from '@tanstack/react-router'
import { MarkAllRead } from './MarkAllRead.tsx'
import { NotificationList } from './NotificationList.tsx'
import styles from './NotificationPanel.module.css'

/** What the bell opens. */
export function NotificationPanel({ onOpen }: { onOpen: () => void }) {
  return (
    <>
      <div className={styles.head}>
        <h2>通知</h2>
        <MarkAllRead />
        <Link to="/notifications" onClick={onOpen}>
          全部通知
        </Link>
      </div>
      <NotificationList onOpen={onOpen} />
    </>
  )
}
