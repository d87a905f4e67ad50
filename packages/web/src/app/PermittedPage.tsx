import { Outlet, useRouterState } from '@tanstack/react-router'
import { MessagePage } from './MessagePage.tsx'
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
  const { person, roleLabel } = useSession()
  return (
    <MessagePage title="没有权限" heading="这一页不对您开放">
      {who ? `可以打开的是${who}。` : ''}您现在是{roleLabel}；需要时请联系{toAsk(person.role)}。
    </MessagePage>
  )
}

/** Nobody is sent to himself. */
function toAsk(role: string): string {
  if (role === 'adm') return '总经理或部门经理'
  return role === 'dm' ? '总经理或系统管理员' : '部门经理或系统管理员'
}
