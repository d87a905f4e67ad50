import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../app/session.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import styles from './BulkBar.module.css'
import { BulkGrade } from './BulkGrade.tsx'
import { BulkStatus } from './BulkStatus.tsx'
import { BulkTags } from './BulkTags.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { countOf, type Selected, type SelectedRegion } from './selection.ts'
import { TransferDialog } from './TransferDialog.tsx'

interface BulkBarProps {
  selected: Selected
  regions: readonly SelectedRegion[]
  /** Offered when all rows that are shown are ticked and the list has more of them. */
  onAll?: { text: string; choose: () => void } | undefined
  onDone: () => void
  onNone: () => void
}

/** Takes the place of the tools as soon as a row is chosen; each verb is one command for all of them. */
export function BulkBar({ selected, regions, onAll, onDone, onNone }: BulkBarProps) {
  const { rights } = useSession()
  const [verb, setVerb] = useState<'grade' | 'status' | 'tags' | 'transfer' | 'export' | null>(null)
  useShortcuts({ Escape: onNone })
  const dialog = { selected, onClose: () => setVerb(null), onDone }
  return (
    <div className={styles.bar}>
      <strong>
        {selected.kind === 'all' ? '已选符合条件的全部' : '已选'} {countOf(selected).toLocaleString('zh-CN')}{' '}
        家
      </strong>
      {onAll && (
        <Button size="small" type="link" onClick={onAll.choose}>
          {onAll.text}
        </Button>
      )}
      {rights.includes('customers.write') && (
        <>
          <Button size="small" onClick={() => setVerb('status')}>
            改客户状态
          </Button>
          <Button size="small" onClick={() => setVerb('grade')}>
            调整等级
          </Button>
          <Button size="small" onClick={() => setVerb('tags')}>
            改标签
          </Button>
        </>
      )}
      {rights.includes('customers.transfer') && (
        <Button size="small" onClick={() => setVerb('transfer')}>
          移交、换片区
        </Button>
      )}
      {rights.includes('customers.export') && (
        <Button size="small" onClick={() => setVerb('export')}>
          导出
        </Button>
      )}
      {rights.includes('customers.merge') && <MergeVerb selected={selected} />}
      <Button size="small" type="text" onClick={onNone}>
        不选了
      </Button>
      {verb === 'grade' && <BulkGrade {...dialog} />}
      {verb === 'status' && <BulkStatus {...dialog} />}
      {verb === 'tags' && <BulkTags {...dialog} />}
      {verb === 'export' && <ExportDialog selected={selected} onClose={dialog.onClose} />}
      {verb === 'transfer' && <TransferDialog {...dialog} from={regions} />}
    </div>
  )
}

/** Two or three rows may be one customer. */
function MergeVerb({ selected }: { selected: Selected }) {
  if (selected.kind !== 'rows') return null
  const [oneId, otherId, thirdId, more] = selected.ids
  if (!oneId || !otherId || more) return null
  return (
    <Link to="/customers/merge" search={{ oneId, otherId, ...(thirdId && { thirdId }) }}>
      <Button size="small">合并</Button>
    </Link>
  )
}
