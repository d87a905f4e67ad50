import type { ReactNode } from 'react'
import styles from './Page.module.css'

interface PageProps {
  children: ReactNode
  /** Lists and reading streams fill the window and scroll in their own panes. */
  full?: boolean
}

/** The frame of a page below the top bar: padding 16/24 and 12 between cards, or the whole height for panes. */
export function Page({ children, full = false }: PageProps) {
  return <div className={full ? styles.full : styles.padded}>{children}</div>
}

/** Two columns, the second of the given width; below 1100 px and on the phone they stack. */
export function Columns({ children, aside = 388 }: { children: ReactNode; aside?: number }) {
  return (
    <div className={styles.columns} style={{ '--aside': `${aside}px` }}>
      {children}
    </div>
  )
}

/** Cards below each other with the usual gap: one column of `Columns`. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>
}

/** Panes side by side that scroll on their own: facets · rows · panel, or queue · body · references. */
export function Panes({ children }: { children: ReactNode }) {
  return <div className={styles.panes}>{children}</div>
}

/** One pane: a fixed width, or the rest of the space. */
export function Pane({ children, width, label }: { children: ReactNode; width?: number; label: string }) {
  return (
    <section
      className={styles.pane}
      aria-label={label}
      style={width ? { flex: `0 0 ${width}px` } : { flex: '1 1 0' }}
    >
      {children}
    </section>
  )
}
