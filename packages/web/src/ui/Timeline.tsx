import type { ReactNode } from 'react'
import { Dot, type DotTone } from './Dot.tsx'
import styles from './Timeline.module.css'

export interface TimelineItem {
  key: string
  tone: DotTone
  title: ReactNode
  /** At the right of the title, usually an InstantText. */
  when?: ReactNode
  text?: ReactNode
}

/** What happened, the newest or the first on top as given; a line joins the dots. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className={styles.timeline}>
      {items.map((item) => (
        <li key={item.key}>
          <Dot tone={item.tone} />
          <div>
            <p className={styles.title}>
              <strong>{item.title}</strong>
              {item.when && <span>{item.when}</span>}
            </p>
            {item.text && <div className={styles.text}>{item.text}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
