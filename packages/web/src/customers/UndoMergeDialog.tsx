import type { CustomerMerge } from '@zhuowei/contract/merges.ts'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { DateText, InstantText } from '../ui/DateText.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import styles from './BulkDialog.module.css'

/** Takes a merge back from the page of the customer that was kept. */
export function UndoMergeDialog({ merge, onClose }: { merge: CustomerMerge; onClose: () => void }) {
  const { id, kept, others, mergedAt, mergedBy, undoableUntil } = merge
  const names = others.map(({ name }) => name).join('、')
  const say = useUndo()
  const undo = useCommand(() => client.merges.undo({ params: { id } }), {
    changes: ['merges', 'customers', 'contacts', 'activities', 'today'],
    onDone: () => {
      onClose()
      say({ text: `${names}重新成为单独的客户` })
    },
  })
  return (
    <Dialog
      open
      title="撤销合并"
      okText="撤销合并"
      cancelText="取消"
      okButtonProps={{ loading: undo.isPending }}
      onOk={() => undo.mutate()}
      onCancel={onClose}
    >
      <div className={styles.body}>
        <p>
          {mergedBy.name} <InstantText at={mergedAt} /> 把
          {others.map(({ name, number }) => `${name}（${number}）`).join('、')}并入{kept.name}。
        </p>
        <p>
          撤销后它们重新成为单独的客户，原来名下的一切回到原处；合并以后记在{kept.name}上的留在{kept.name}
          。可撤销到 <DateText date={undoableUntil} />。
        </p>
        {undo.error && <RefusalBox error={undo.error} />}
      </div>
    </Dialog>
  )
}
