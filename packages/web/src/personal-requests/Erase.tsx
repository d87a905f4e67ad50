import type { PersonalRequest } from '@zhuowei/contract/personal-requests.ts'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import styles from './requests.module.css'
import { changedByRequest } from './words.tsx'

/** The second hand of an erasure; there is no way back, so the number is confirmed. */
export function Erase({ request: { id, version, number } }: { request: PersonalRequest }) {
  const [sure, setSure] = useState(false)
  const say = useUndo()
  const erase = useCommand(() => client.personalRequests.erase({ params: { id }, body: { version } }), {
    changes: changedByRequest,
    onDone: () => say({ text: `${number} 已删除` }),
  })
  return (
    <section className={styles.step}>
      <h3>删除个人信息</h3>
      <p>
        联系人的名片、电话、评价、受限画像、导入文件里的行和系统保存的应答都会清空，不能恢复。审计记录依法保留。
      </p>
      <Checkbox checked={sure} onChange={({ target }) => setSure(target.checked)}>
        已和经理核对编号 {number}
      </Checkbox>
      {erase.error && <RefusalBox error={erase.error} />}
      <div className={styles.buttons}>
        <Button
          type="primary"
          danger
          disabled={!sure}
          loading={erase.isPending}
          onClick={() => erase.mutate()}
        >
          {sure ? '删除，不能恢复' : '先核对编号'}
        </Button>
      </div>
    </section>
  )
}
