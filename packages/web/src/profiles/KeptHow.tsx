import { Link } from '@tanstack/react-router'
import type { ProfileStatus } from '@zhuowei/contract/profiles.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import styles from './profiles.module.css'

/** The rules of the tier in sentences, and what the person himself may ask. */
export function KeptHow({ status }: { status: ProfileStatus }) {
  const { contact, customer, expiresOn, purgeOn, can } = status
  return (
    <Panel title="怎样保管" note={<ClauseChip clause="六.3.1)④" />}>
      <ul className={styles.rules}>
        {expiresOn && !purgeOn && (
          <li>
            保存到 <DateText date={expiresOn} full />
            ，到期隐藏，再过一段时间清除；每次保存重新计算。
          </li>
        )}
        <li>只有客户负责人和部门经理能看，每次写明事由并留痕；总经理、综合管理和系统管理员都看不到。</li>
        <li>加密保存；不进反馈表、导出、打印、搜索和通知。</li>
        <li>身份证号、银行卡号、健康、宗教信仰、未成年子女：没有本人单独同意不保存。</li>
      </ul>
      <div className={styles.buttons}>
        <Link
          to="/contacts/$contactId/request"
          params={{ contactId: contact.id }}
          search={{ customerId: customer.id }}
        >
          <Button>登记本人要求</Button>
        </Link>
        {can.remove && <Remove status={status} />}
      </div>
    </Panel>
  )
}

function Remove({ status: { contact } }: { status: ProfileStatus }) {
  const [asked, setAsked] = useState(false)
  const say = useUndo()
  const remove = useCommand(() => client.profiles.remove({ params: { id: contact.id } }), {
    changes: ['profiles'],
    onDone: () => {
      setAsked(false)
      say({ text: `已清除${contact.name}的受限画像` })
    },
  })
  if (!asked)
    return (
      <Button danger onClick={() => setAsked(true)}>
        清除画像
      </Button>
    )
  return (
    <div className={styles.confirm}>
      <p>清除后不能恢复。</p>
      {remove.error && <RefusalBox error={remove.error} />}
      <div className={styles.buttons}>
        <Button type="primary" danger loading={remove.isPending} onClick={() => remove.mutate()}>
          清除，不能恢复
        </Button>
        <Button onClick={() => setAsked(false)}>留着</Button>
      </div>
    </div>
  )
}
