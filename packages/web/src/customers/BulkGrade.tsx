import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import styles from './BulkDialog.module.css'
import { BulkDialog, type BulkProps } from './BulkDialog.tsx'
import { GradePicker } from './GradePicker.tsx'
import { bodyOf, countOf } from './selection.ts'

export function BulkGrade(props: BulkProps) {
  const { selected } = props
  const [to, setTo] = useState<Grade | null>(null)
  const [reason, setReason] = useState('')
  const [resources, setResources] = useState('')
  const missing = to === null ? '先选等级' : reason.trim() === '' ? '先写理由' : undefined
  return (
    <BulkDialog
      {...props}
      title={`调整 ${countOf(selected)} 家客户的等级`}
      verb={`调整为 ${to ?? ''} 级`}
      missing={missing}
      change={to ? { kind: 'grade', to, resources: to === 'A' ? resources : null } : null}
      send={() =>
        client.customers.changeGrades({
          body: { ...bodyOf(selected), to: to ?? 'B', reason, resources: to === 'A' ? resources : null },
        })
      }
    >
      <GradePicker value={to} onChange={setTo} />
      <div className={styles.counted}>
        <label htmlFor="bulk-grade-reason">
          理由 <ClauseChip clause="六.1.2)②" />
        </label>
        <Input.TextArea
          id="bulk-grade-reason"
          rows={3}
          maxLength={500}
          showCount
          value={reason}
          placeholder="会写入工作汇报"
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      {to === 'A' && (
        <div>
          <label htmlFor="bulk-grade-resources">
            资源说明 <ClauseChip clause="六.1.1)④" />
          </label>
          <Input.TextArea
            id="bulk-grade-resources"
            rows={2}
            maxLength={500}
            value={resources}
            placeholder="写了就用于全部；不写，只调整已有资源说明的客户"
            onChange={({ target }) => setResources(target.value)}
          />
        </div>
      )}
    </BulkDialog>
  )
}
