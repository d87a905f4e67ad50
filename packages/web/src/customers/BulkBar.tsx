import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../app/session.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import styles from './BulkBar.module.css'
import { BulkGrade } from './BulkGrade.tsx'
import { BulkStatus } from './BulkStatus.tsx'
import { TransferDialog } from './TransferDialog.tsx'

interface BulkBarProps {
  ids: readonly string[]
  onDone: () => void
  onNone: () => void
}

/** Takes the place of the tools as soon as a row is chosen; each verb is one command for all of them. */
export function BulkBar({ ids, onDone, onNone }: BulkBarProps) {
  const { rights } = useSession()
  const [verb, setVerb] = useState<'grade' | 'status' | 'transfer' | null>(null)
  useShortcuts({ Escape: onNone })
  const dialog = { ids, onClose: () => setVerb(null), onDone }
  return (
    <div className={styles.bar}>
      <strong>已选 {ids.length} 家</strong>
      {rights.includes('customers.write') && (
        <>
          <Button size="small" onClick={() => setVerb('status')}>
            改客户状态
          </Button>
          <Button size="small" onClick={() => setVerb('grade')}>
            调整等级
          </Button>
        </>
      )}
      {rights.includes('customers.transfer') && (
        <Button size="small" onClick={() => setVerb('transfer')}>
          移交
        </Button>
      )}
      <Button size="small" type="text" onClick={onNone}>
        不选了
      </Button>
      {verb === 'grade' && <BulkGrade {...dialog} />}
      {verb === 'status' && <BulkStatus {...dialog} />}
      {verb === 'transfer' && <TransferDialog {...dialog} />}
    </div>
  )
}
