import { ProblemError } from '@zhuowei/contract/client.ts'
import type { ComplianceCell } from '@zhuowei/contract/compliance.ts'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './Decision.module.css'

const words = {
  waive: { verb: '豁免…', confirm: '确定豁免', label: '豁免理由', placeholder: '例如：陪同客户验收至深夜' },
  withdraw: { verb: '撤回豁免…', confirm: '确定撤回', label: '撤回理由', placeholder: '为什么撤回' },
  reject: {
    verb: '理由不成立…',
    confirm: '确定不成立',
    label: '认定理由',
    placeholder: '为什么不成立；之后以没填计',
  },
} as const
export type DecisionKind = keyof typeof words

const commands = {
  waive: client.compliance.waive,
  withdraw: client.compliance.withdrawWaiver,
  reject: client.compliance.rejectReason,
}

interface DecisionProps {
  kind: DecisionKind
  obligationId: string
  primary?: boolean
  onDone?: () => void
}

/** A decision about one report, in place: it asks for its reason and is audited. */
export function Decision({ kind, obligationId, primary = false, onDone }: DecisionProps) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const fieldId = useId()
  const { verb, confirm, label, placeholder } = words[kind]
  const decide = useCommand(() => commands[kind]({ params: { id: obligationId }, body: { reason } }), {
    changes: ['compliance', 'reports', 'today'],
    onDone: () => {
      setOpen(false)
      onDone?.()
    },
  })
  if (!open)
    return (
      <Button type={primary ? 'primary' : 'default'} size="small" onClick={() => setOpen(true)}>
        {verb}
      </Button>
    )
  const beside = decide.error instanceof ProblemError ? decide.error.problem.errors?.[0]?.message : undefined
  return (
    <div className={styles.decision}>
      <label htmlFor={fieldId}>{label}</label>
      <Input.TextArea
        id={fieldId}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={500}
        value={reason}
        placeholder={placeholder}
        status={beside ? 'error' : ''}
        onChange={({ target }) => setReason(target.value)}
      />
      {beside && <p className={styles.error}>{beside}</p>}
      {decide.error && !beside && <RefusalBox error={decide.error} />}
      <div className={styles.verbs}>
        <Button
          type="primary"
          size="small"
          disabled={reason.trim() === ''}
          loading={decide.isPending}
          onClick={() => decide.mutate()}
        >
          {reason.trim() === '' ? `先写${label}` : confirm}
        </Button>
        <Button type="text" size="small" onClick={() => setOpen(false)}>
          取消
        </Button>
      </div>
    </div>
  )
}

/** Looked at and left as it counts: one tap, no reason needed, and it waits for nobody any more. */
export function Uphold({ cell, obligationId }: { cell: ComplianceCell; obligationId: string }) {
  const uphold = useCommand(() => client.compliance.uphold({ params: { id: obligationId }, body: {} }), {
    changes: ['compliance', 'reports', 'today'],
  })
  return (
    <>
      <Button size="small" loading={uphold.isPending} onClick={() => uphold.mutate()}>
        {cell.state === 'excused_late' ? '理由成立' : '维持未填'}
      </Button>
      {uphold.error && <RefusalBox error={uphold.error} />}
    </>
  )
}
