import { Outlet, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import styles from './message-page.module.css'
import { whoMayOpen } from './page-access.ts'
import { useSession } from './session.ts'

/** The page, or in its place the sentence who may open it: nothing of a page that is not for this person is loaded or drawn. */
export function PermittedPage() {
  const { rights } = useSession()
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const who = whoMayOpen(pathname, rights)
  return who === null ? <Outlet /> : <NotPermittedPage who={who} />
}

/** The same quiet page as 没有这一页. */
export function NotPermittedPage({ who }: { who?: string }) {
  useDocumentTitle('没有权限')
  const { roleLabel } = useSession()
  return (
    <div className={styles.page}>
      <h1>这一页不对您开放</h1>
      <p>
        {who ? `可以打开的是${who}。` : ''}您现在是{roleLabel}；需要时请联系部门经理或系统管理员。
      </p>
      <div className={styles.verbs}>
        <Button type="primary" href="/">
          回到今天
        </Button>
        <Button onClick={() => window.history.back()}>返回上一页</Button>
      </div>
    </div>
  )
}
