import type { ReactNode } from 'react'
import { useDocumentTitle } from './useDocumentTitle.ts'
import styles from './ViewBar.module.css'

interface ViewBarProps {
  title: string
  /** “云岭片区 37 家”. */
  note?: ReactNode
  views: readonly { key: string; label: string }[]
  current: string
  onView: (key: string) => void
  /** Directly behind the views: 存为视图. */
  afterViews?: ReactNode
  /** Verbs at the right; one of them may be primary. */
  extra?: ReactNode
}

/** The bar of 48 px above a list: title, saved views as tabs, verbs. */
export function ViewBar({ title, note, views, current, onView, afterViews, extra }: ViewBarProps) {
  useDocumentTitle(title)
  return (
    <header className={styles.bar}>
      <h1>{title}</h1>
      {note && <span className={styles.note}>{note}</span>}
      <fieldset className={styles.views} aria-label="视图">
        {views.map((view) => (
          <button
            key={view.key}
            type="button"
            aria-pressed={view.key === current}
            onClick={() => onView(view.key)}
          >
            {view.label}
          </button>
        ))}
        {afterViews}
      </fieldset>
      {extra && <div className={styles.extra}>{extra}</div>}
    </header>
  )
}
