import { MessagePage } from './MessagePage.tsx'

export function NotFoundPage() {
  return (
    <MessagePage title="没有这一页" heading="没有这一页，或不在您的范围内">
      地址可能有误；也可能是记录已经转交给别人。
    </MessagePage>
  )
}
