import { Button } from 'antd'
import { Dialog } from '../ui/Sheet.tsx'
import styles from './SignOutDialog.module.css'
import { type Unfinished, useSignOutQuestion } from './sign-out-question.ts'

/** What becomes of the unfinished things on this device, before its person leaves it. */
export function SignOutDialog() {
  const question = useSignOutQuestion()
  if (!question) return null
  const { about, answer } = question
  return (
    <Dialog
      open
      width={440}
      title="还有没写完的内容"
      onCancel={() => answer('stay')}
      footer={
        <div className={styles.verbs}>
          <Button danger onClick={() => answer('drop')} disabled={about.drafts === 0}>
            删除草稿，退出
          </Button>
          <Button type="primary" onClick={() => answer('keep')}>
            保留，退出
          </Button>
        </div>
      }
    >
      <p>
        {wordsOf(about)}，里面可能有客户资料。自己的设备可以保留，下次登录接着写；公用设备请删除（三.1）。
      </p>
      {about.unsent > 0 && <p>没上传的拜访不会删除，本人再登录后自动上传。</p>}
    </Dialog>
  )
}

function wordsOf({ drafts, unsent }: Unfinished): string {
  const parts = [drafts > 0 && `${drafts} 份草稿`, unsent > 0 && `${unsent} 条没上传的拜访`]
  return `这台设备上还有 ${parts.filter(Boolean).join('和 ')}`
}
