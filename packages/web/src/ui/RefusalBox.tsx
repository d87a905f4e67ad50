import { LockOutlined } from '@ant-design/icons'
import { ProblemError } from '@zhuowei/contract/client.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from './EmptyState.tsx'
import styles from './RefusalBox.module.css'

interface RefusalBoxProps {
  /** What was thrown; a refusal of the server speaks for itself. */
  error?: unknown
  /** What cannot be done, when there is no error object or a better word. */
  title?: string
  /** Why, with the fact. */
  reason?: ReactNode
  clause?: ReactNode
  /** Links to the fact and to the allowed alternative. */
  ways?: ReactNode
  /** Given where something could not be read. */
  onRetry?: () => void
}

/** What cannot be done, why, and where to go instead. */
export function RefusalBox({ error, title, reason, clause, ways, onRetry }: RefusalBoxProps) {
  const problem = error instanceof ProblemError ? error.problem : null
  // Nobody did anything wrong by opening it.
  if (onRetry && problem?.code === 'forbidden' && problem.detail)
    return <EmptyState icon={<LockOutlined />} title={problem.detail} />
  // Asking again changes nothing about a refusal, only about a broken connection or server.
  const retry = !problem || problem.code === 'network' || problem.status >= 500 ? onRetry : undefined
  const general = problem?.errors?.filter((one) => one.message !== problem.detail) ?? []
  return (
    <div className={styles.box} role="alert">
      <strong>{title ?? problem?.title ?? '连接出错，请稍后再试'}</strong>
      {(reason ?? problem?.detail) && (
        <p>
          {reason ?? problem?.detail} {clause}
        </p>
      )}
      {!reason && general.length > 0 && (
        <ul>
          {general.map((one) => (
            <li key={`${one.path} ${one.message}`}>{one.message}</li>
          ))}
        </ul>
      )}
      {problem && problem.status >= 500 && problem.requestId && (
        <p className={styles.code}>编号 {problem.requestId}</p>
      )}
      {(ways || retry) && (
        <div className={styles.ways}>
          {ways}
          {retry && (
            <Button type="link" size="small" onClick={retry}>
              再试一次
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
