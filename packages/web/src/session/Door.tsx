import type { ReactNode } from 'react'
import { BrandMark } from '../ui/BrandMark.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import styles from './Door.module.css'

interface DoorProps {
  title: string
  /** One or two sentences: why the person stands here. */
  note?: ReactNode
  /** Beside the form at the desk, below it on the phone. */
  aside?: ReactNode
  /** Below the card in text-3: another way out. */
  foot?: ReactNode
  children: ReactNode
}

/** The pages before the application: one card in the middle, nothing else to look at. */
export function Door({ title, note, aside, foot, children }: DoorProps) {
  useDocumentTitle(title)
  return (
    <div className={styles.door}>
      <main className={styles.card} id="content" data-aside={Boolean(aside)}>
        <div className={styles.main}>
          <p className={styles.brand}>
            <BrandMark size={32} />
            <strong>卓维</strong>
            <span>按制度运行的销售事业部</span>
          </p>
          <h1>{title}</h1>
          {note && <div className={styles.note}>{note}</div>}
          {children}
        </div>
        {aside && <aside className={styles.aside}>{aside}</aside>}
      </main>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </div>
  )
}
