import { FileSearchOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

interface EmptyStateProps {
  icon?: ReactNode
  /** One sentence about the situation. */
  title: string
  /** The deadline with its clause, or why it is empty. */
  note?: ReactNode
  /** One primary button and at most one shortcut beside it. */
  action?: ReactNode
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ icon = <FileSearchOutlined />, title, note, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <strong>{title}</strong>
      {note && <p>{note}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
