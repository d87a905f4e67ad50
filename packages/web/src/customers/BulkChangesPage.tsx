import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { BulkChange } from '@zhuowei/contract/bulk.ts'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { usePages } from '../ui/usePages.ts'
import styles from './BulkChangesPage.module.css'
import { SkippedList } from './SkippedList.tsx'
import { UndoBulkDialog } from './UndoBulkDialog.tsx'

const route = getRouteApi('/shell/customers/bulk-changes')

/** Every bulk change, to be taken back also after the bar with 撤销 has gone; what somebody changed since stays. */
export function BulkChangesPage() {
  const navigate = useNavigate()
  const { undo } = route.useSearch()
  const look = (id: string | undefined) =>
    void navigate({ to: '/customers/bulk-changes', search: { undo: id }, replace: true })
  const source = usePages(readPages('bulk', 'list', { query: {} }))
  return (
    <Page>
      <PageHeader
        title="批量修改记录"
        onBack={() => void navigate({ to: '/customers' })}
        note="撤销整批；之后有人改过的客户保留，并写明原因"
      />
      <Panel flush>
        {source.error && !source.items ? (
          <RefusalBox error={source.error} onRetry={source.retry} />
        ) : !source.items ? (
          <ListSkeleton rows={4} />
        ) : source.items.length === 0 ? (
          <EmptyState
            title="还没有批量修改"
            note="在客户列表里选中几家客户，就能一起改负责人、片区、等级、客户状态和标签。"
          />
        ) : (
          <ul className={styles.changes}>
            {source.items.map((change) => (
              <Change
                key={change.id}
                change={change}
                looking={change.id === undo}
                onLook={(looking) => look(looking ? change.id : undefined)}
              />
            ))}
            {source.hasMore && (
              <li>
                <Button type="link" size="small" loading={source.isLoadingMore} onClick={source.loadMore}>
                  更早的
                </Button>
              </li>
            )}
          </ul>
        )}
      </Panel>
    </Page>
  )
}

interface ChangeProps {
  change: BulkChange
  /** What would come back is being looked at. */
  looking: boolean
  onLook: (looking: boolean) => void
}

function Change({ change, looking, onLook }: ChangeProps) {
  const { summary, changed, reason, madeBy, madeAt, undone } = change
  return (
    <li>
      <div className={styles.what}>
        <p>
          <strong>{summary}</strong> {changed} 家
        </p>
        {reason && <p>{reason}</p>}
        <small>
          {madeBy.name} <InstantText at={madeAt} />
          {undone && (
            <>
              ，{undone.by.name} <InstantText at={undone.at} /> 撤销
            </>
          )}
        </small>
        {undone && undone.kept.length > 0 && <SkippedList skipped={undone.kept} />}
        {looking && !undone && <UndoBulkDialog change={change} onClose={() => onLook(false)} />}
      </div>
      {undone ? (
        <StateTag tone="grey">已撤销</StateTag>
      ) : (
        <Button size="small" aria-label={`撤销：${summary} ${changed} 家`} onClick={() => onLook(true)}>
          撤销
        </Button>
      )}
    </li>
  )
}
