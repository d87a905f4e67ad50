import { ProblemError } from '@zhuowei/contract/client.ts'
import { Button } from 'antd'
import styles from './message-page.module.css'

/** What went wrong, in words, with the number that the administrator needs. */
export function ErrorPage({ error }: { error: unknown }) {
  const problem = error instanceof ProblemError ? error.problem : null
  return (
    <main className={styles.page} id="content">
      <h1>{problem?.title ?? '这一页没能打开'}</h1>
      <p>{problem?.detail ?? '已经填写的内容仍在草稿里，重新打开即可继续。'}</p>
      {problem?.requestId && <p className={styles.code}>编号 {problem.requestId}</p>}
      <div className={styles.verbs}>
        <Button type="primary" onClick={() => window.location.reload()}>
          重新打开
        </Button>
        <Button href="/">回到今天</Button>
      </div>
    </main>
  )
}
