import type { ReactNode } from 'react'
import styles from './Panel.module.css'

interface PanelProps {
  title?: ReactNode
  /** Beside the title in text-3: “11 人应交，7 人已交齐”. */
  note?: ReactNode
  /** At the right of the head: one verb or one number. */
  extra?: ReactNode
  /** Rows that reach the edges; otherwise the card's padding of 14. */
  flush?: boolean
  children: ReactNode
}

/** The card: a line does the work, the shadow almost none. */
export function Panel({ title, note, extra, flush = false, children }: PanelProps) {
  return (
    <section className={styles.panel}>
      {(title || extra) && (
        <header className={styles.head} data-flush={flush}>
          {title && <h2>{title}</h2>}
          {note && <span className={styles.note}>{note}</span>}
          {extra && <div className={styles.extra}>{extra}</div>}
        </header>
      )}
      <div className={flush ? undefined : styles.body}>{children}</div>
    </section>
  )
}
