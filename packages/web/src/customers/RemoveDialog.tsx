import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import styles from './BulkDialog.module.css'

interface RemoveDialogProps {
  customer: Pick<Customer, 'id' | 'name'>
  onClose: () => void
  onRemoved: () => void
}

export function RemoveDialog({ customer, onClose, onRemoved }: RemoveDialogProps) {
  const [reason, setReason] = useState('')
  const remove = useCommand(
    () => client.customers.remove({ params: { id: customer.id }, body: { reason } }),
    { changes: ['customers'], onDone: onRemoved },
  )
  const isMissing = reason.trim() === ''
  return (
    <Dialog
      open
      title={`删除${customer.name}`}
      okText={isMissing ? '先写删除原因' : '删除'}
      cancelText="取消"
      okButtonProps={{ danger: true, disabled: isMissing, loading: remove.isPending }}
      onOk={() => remove.mutate()}
      onCancel={onClose}
    >
      <div className={styles.body}>
        <p>客户会从列表和搜索里消失，历史保留，以后可以恢复。</p>
        <div>
          <label htmlFor="remove-reason">删除原因</label>
          <Input
            id="remove-reason"
            maxLength={500}
            value={reason}
            placeholder="例如 和另一家是同一个单位"
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        {remove.error && <RefusalBox error={remove.error} />}
      </div>
    </Dialog>
  )
}
