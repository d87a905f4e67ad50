import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { gradeAfterFirstDeal } from '@zhuowei/domain/customers/grade.ts'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import styles from './BulkDialog.module.css'

interface TradeDialogProps {
  customer: Pick<Customer, 'id' | 'name' | 'grade' | 'version'>
  onClose: () => void
}

/** 六.1.1)①: 以前有过交易. The dialog says before the press what else changes. */
export function TradeDialog({ customer, onClose }: TradeDialogProps) {
  const grade = gradeAfterFirstDeal(customer.grade)
  const rises = grade !== customer.grade
  return (
    <ReasonDialog
      title={`标为交易客户：${customer.name}`}
      label="交易依据"
      placeholder="例如 2024 年采购过交换机，合同在总部档案室"
      verb={rises ? `标为交易客户，等级改为 ${grade} 级` : '标为交易客户'}
      note={
        rises && (
          <>
            交易客户只分 A、B 级，客户等级会由 {customer.grade} 级改为 {grade} 级，并写入工作汇报。
            <ClauseChip clause="六.1.1)②" />
          </>
        )
      }
      send={(reason) =>
        client.customers.markTraded({
          params: { id: customer.id },
          body: { reason, confirmGradeB: rises, version: customer.version },
        })
      }
      onClose={onClose}
    />
  )
}

export function RevertTradeDialog({ customer, onClose }: TradeDialogProps) {
  return (
    <ReasonDialog
      title={`改回无交易客户：${customer.name}`}
      label="原因"
      placeholder="例如 合同作废，没有其他交易"
      verb="改回无交易客户"
      note="客户等级不变；需要时另外调整。"
      send={(reason) =>
        client.customers.revertTrade({
          params: { id: customer.id },
          body: { reason, version: customer.version },
        })
      }
      onClose={onClose}
    />
  )
}

interface ReasonDialogProps {
  title: string
  label: string
  placeholder: string
  verb: string
  note: ReactNode
  send: (reason: string) => Promise<unknown>
  onClose: () => void
}

function ReasonDialog({ title, label, placeholder, verb, note, send, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const command = useCommand(() => send(reason), { changes: ['customers', 'grades'], onDone: onClose })
  const isMissing = reason.trim() === ''
  return (
    <Dialog
      open
      title={title}
      okText={isMissing ? `先写${label}` : verb}
      cancelText="取消"
      okButtonProps={{ disabled: isMissing, loading: command.isPending }}
      onOk={() => command.mutate()}
      onCancel={onClose}
    >
      <div className={styles.body}>
        {note && <p>{note}</p>}
        <div>
          <label htmlFor="trade-reason">{label}</label>
          <Input.TextArea
            id="trade-reason"
            rows={3}
            maxLength={500}
            value={reason}
            placeholder={placeholder}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        {command.error && <RefusalBox error={command.error} />}
      </div>
    </Dialog>
  )
}
