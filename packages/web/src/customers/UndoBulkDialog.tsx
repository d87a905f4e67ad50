import { useQuery } from '@tanstack/react-query'
import type { BulkChange } from '@zhuowei/contract/bulk.ts'
import { client } from '../app/client.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import styles from './BulkDialog.module.css'
import { CustomerNames, SkippedList } from './SkippedList.tsx'
import { useUndoBulk } from './useUndoBulk.ts'

/** What would come back and what is kept, before a whole bulk change is taken back. */
export function UndoBulkDialog({ change, onClose }: { change: BulkChange; onClose: () => void }) {
  const undo = useUndoBulk()
  const preview = useQuery({
    queryKey: ['bulk', 'preview-undo', change.id],
    queryFn: () => client.bulk.previewUndo({ params: { id: change.id } }),
    staleTime: 0,
    gcTime: 0,
  })
  const count = preview.data?.changed
  return (
    <Dialog
      open
      title={`撤销：${change.summary}`}
      okText={count === 0 ? '没有可以恢复的' : count === undefined ? '撤销' : `恢复 ${count} 家`}
      cancelText="取消"
      okButtonProps={{ disabled: !count, loading: undo.isPending }}
      onOk={() => undo.mutate(change.id, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className={styles.body}>
        {preview.error && <RefusalBox error={preview.error} />}
        {!preview.data && !preview.error && <ListSkeleton rows={2} />}
        {preview.data && (
          <section className={styles.preview} aria-label="会恢复什么">
            {preview.data.back.map(({ to, count: of, customers }) => (
              <p key={to}>
                <strong>
                  恢复为{to}：{of} 家
                </strong>
                <span>
                  <CustomerNames count={of} customers={customers} />
                </span>
              </p>
            ))}
            {preview.data.kept.length > 0 && (
              <>
                <p className={styles.untouched}>保留现状的：</p>
                <SkippedList skipped={preview.data.kept} />
              </>
            )}
          </section>
        )}
        {undo.error && <RefusalBox error={undo.error} />}
      </div>
    </Dialog>
  )
}
