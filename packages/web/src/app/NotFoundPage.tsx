import { Button } from 'antd'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import styles from './message-page.module.css'

export function NotFoundPage() {
  useDocumentTitle('没有这一页')
  return (
    <div className={styles.page}>
      <h1>没有这一页，或不在您的范围内</h1>
      <p>地址可能有误；也可能是记录已经转交给别人。</p>
      <div className={styles.verbs}>
        <Button type="primary" href="/">
          回到今天
        </Button>
        <Button onClick={() => window.history.back()}>返回上一页</Button>
      </div>
    </div>
  )
}
