import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import styles from './BulkDialog.module.css'
import type { Selected } from './selection.ts'

export interface BulkProps {
  selected: Selected
  onClose: () => void
  onDone: () => void
}

interface BulkDialogProps extends BulkProps {
  title: string
  /** The verb with its object: “移交 3 家”. */
  verb: string
  /** What still keeps it from being sent. */
  missing: string | undefined
  send: () => Promise<BulkOutcome>
  children: ReactNode
}

/** One command for the selected rows; what it left alone stays on the screen with the reason. */
export function BulkDialog({ title, verb, missing, send, onClose, onDone, children }: BulkDialogProps) {
  const offerUndo = useUndo()
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  const command = useCommand(send, {
    changes: ['customers', 'grades', 'today'],
    onDone: (result) => {
      if (result.skipped.length > 0) return setOutcome(result)
      offerUndo({ text: `${verb}：${result.changed} 家已完成` })
      onClose()
      onDone()
    },
  })
  if (outcome) {
    return (
      <Dialog
        open
        title={`${outcome.changed} 家已完成，${outcome.skipped.reduce((sum, { count }) => sum + count, 0)} 家没有动`}
        okText="知道了"
        cancelButtonProps={{ style: { display: 'none' } }}
        onOk={onDone}
        onCancel={onDone}
      >
        <ul className={styles.skipped}>
          {outcome.skipped.map(({ reason, count, customers }) => (
            <li key={reason}>
              <strong>
                {reason}：{count} 家
              </strong>
              <span>
                {customers.map(({ name }) => name).join('、')}
                {count > customers.length && ` 等 ${count} 家`}
              </span>
            </li>
          ))}
        </ul>
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      title={title}
      okText={missing ?? verb}
      cancelText="取消"
      okButtonProps={{ disabled: missing !== undefined, loading: command.isPending }}
      onOk={() => command.mutate()}
      onCancel={onClose}
    >
      <div className={styles.body}>
        {children}
        {command.error && <RefusalBox error={command.error} />}
      </div>
    </Dialog>
  )
}
