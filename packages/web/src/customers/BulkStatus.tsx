import { type AccountStatus, accountStatuses, accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import styles from './BulkDialog.module.css'
import { BulkDialog, type BulkProps } from './BulkDialog.tsx'
import { bodyOf, countOf } from './selection.ts'

export function BulkStatus(props: BulkProps) {
  const { selected } = props
  const [to, setTo] = useState<AccountStatus | null>(null)
  return (
    <BulkDialog
      {...props}
      title={`修改 ${countOf(selected)} 家客户的客户状态`}
      verb={`改为${to ? accountStatusLabel[to] : ''}`}
      missing={to === null ? '先选客户状态' : undefined}
      change={to ? { kind: 'status', to } : null}
      send={() => client.customers.changeStatuses({ body: { ...bodyOf(selected), to: to ?? 'contacting' } })}
    >
      <Radio.Group
        className={styles.words}
        aria-label="客户状态"
        value={to}
        onChange={({ target }) => setTo(target.value as AccountStatus)} // the values below
        options={accountStatuses.map((value) => ({ value, label: accountStatusLabel[value] }))}
      />
    </BulkDialog>
  )
}
