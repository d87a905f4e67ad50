import type { ReactNode } from 'react'
import styles from './LongTask.module.css'

interface LongTaskProps {
  /** “导入客户，10,000 行”. */
  title: string
  done: number
  total: number
  /** “还需约 18 秒”; nothing while it cannot be known. */
  left?: string
  /** Problems so far, in words. */
  problems?: ReactNode
  /** 看问题行, 取消. */
  ways?: ReactNode
}

/** Long work: done of total, time left, problems as a link, 取消. */
export function LongTask({ title, done, total, left, problems, ways }: LongTaskProps) {
  const text = `${done.toLocaleString('zh-CN')} 行${left ? `，${left}` : ''}`
  return (
    <div className={styles.task}>
      <p>
        <span>{title}</span>
        <span className={styles.left}>{text}</span>
      </p>
      <progress value={done} max={Math.max(total, 1)} aria-label={title} />
      {(problems || ways) && (
        <p>
          <span className={styles.problems}>{problems}</span>
          <span className={styles.ways}>{ways}</span>
        </p>
      )}
    </div>
  )
}
