import { Link } from '@tanstack/react-router'
import type { CustomerMerge } from '@zhuowei/contract/merges.ts'
import { Button } from 'antd'
import { client, readPages } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { DateText, InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { usePages } from '../ui/usePages.ts'
import styles from './Pairs.module.css'

/** What was merged, newest first; each can be taken back whole for thirty days. */
export function Merges() {
  const source = usePages(readPages('merges', 'list'))
  if (source.error && !source.items) return <RefusalBox error={source.error} onRetry={source.retry} />
  if (!source.items) return <ListSkeleton rows={5} />
  if (source.items.length === 0)
    return <EmptyState title="还没有合并过客户" note="合并后 30 天内可以在这里撤销。" />
  return (
    <ul className={styles.pairs}>
      {source.items.map((merge) => (
        <Merge key={merge.id} merge={merge} />
      ))}
      {source.hasMore && (
        <li>
          <Button type="link" loading={source.isLoadingMore} onClick={source.loadMore}>
            更早的
          </Button>
        </li>
      )}
    </ul>
  )
}

function Merge({
  merge: { id, kept, others, mergedAt, mergedBy, undoneBy, undoable, undoableUntil },
}: {
  merge: CustomerMerge
}) {
  const undo = useCommand(() => client.merges.undo({ params: { id } }), {
    changes: ['merges', 'customers', 'contacts', 'activities', 'today'],
  })
  const names = others.map(({ name, number }) => `${name}（${number}）`).join('、')
  return (
    <li>
      <div className={styles.side}>
        <p>
          <Link to="/customers/$customerId" params={{ customerId: kept.id }}>
            <strong>{kept.name}</strong>
          </Link>
        </p>
        <small>
          已并入：{names}，{mergedBy.name} <InstantText at={mergedAt} />
        </small>
      </div>
      <div className={styles.why}>
        {undoneBy ? (
          <StateTag tone="grey">{undoneBy.name}已撤销</StateTag>
        ) : (
          <small>
            {undoable ? (
              <>
                可撤销到 <DateText date={undoableUntil} />
              </>
            ) : (
              '已过可撤销的 30 天'
            )}
          </small>
        )}
      </div>
      <div className={styles.verbs}>
        {undoable && (
          <Button
            loading={undo.isPending}
            aria-label={`撤销合并：${kept.name}`}
            onClick={() => undo.mutate()}
          >
            撤销合并
          </Button>
        )}
      </div>
      {undo.error && <RefusalBox error={undo.error} />}
    </li>
  )
}
