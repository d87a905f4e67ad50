import { ProblemError } from '@zhuowei/contract/client.ts'
import { Button } from 'antd'
import styles from './message-page.module.css'
import { NotFoundPage } from './NotFoundPage.tsx'

/** What went wrong, in words, with the number that the administrator needs. The navigation around it stays usable. */
export function ErrorPage({ error }: { error: unknown }) {
  const problem = error instanceof ProblemError ? error.problem : null
  if (problem?.status === 404) return <NotFoundPage />
  const [heading, detail] = wordsOf(error)
  return (
    <div className={styles.page} role="alert">
      <h1>{problem?.title ?? heading}</h1>
      <p>{problem?.detail ?? detail}</p>
      {problem?.requestId && <p className={styles.code}>编号 {problem.requestId}</p>}
      <div className={styles.verbs}>
        <Button type="primary" onClick={() => window.location.reload()}>
          重新打开
        </Button>
        <Button href="/">回到今天</Button>
      </div>
    </div>
  )
}

/** An error before the shell stands (no connection, server starting) has no landmark around it yet. */
export function RootErrorPage({ error }: { error: unknown }) {
  return (
    <main id="content">
      <ErrorPage error={error} />
    </main>
  )
}

function wordsOf(error: unknown): readonly [heading: string, detail: string] {
  if (!isMissingChunk(error)) return ['这一页没能打开', '填写的内容仍在草稿里，重新打开即可继续。']
  return navigator.onLine
    ? ['这一页需要重新打开', '系统已更新；填写的内容仍在草稿里。']
    : ['现在没有网络', '这一页还没有存到这台设备上，有网络时重新打开；填写的内容仍在草稿里。']
}

/** Browsers word it differently, but all of them name the module that could not be loaded. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)
}
