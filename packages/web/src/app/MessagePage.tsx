import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import styles from './message-page.module.css'

interface MessagePageProps {
  /** For the window and the tab. */
  title: string
  heading: string
  children: ReactNode
}

/** A page that only says why there is nothing here, with the two ways out. */
export function MessagePage({ title, heading, children }: MessagePageProps) {
  useDocumentTitle(title)
  return (
    <div className={styles.page}>
      <h1>{heading}</h1>
      <p>{children}</p>
      <div className={styles.verbs}>
        <Button type="primary" href="/">
          回到今天
        </Button>
        <Button onClick={() => window.history.back()}>返回上一页</Button>
      </div>
    </div>
  )
}
