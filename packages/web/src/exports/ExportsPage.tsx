import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePages } from '../ui/usePages.ts'
import { ExportRow } from './ExportRow.tsx'
import styles from './ExportsPage.module.css'

const route = getRouteApi('/shell/customers/exports')

/** 三.1 every list that left the system; the manager approves in one tap, the applicant downloads here. */
export function ExportsPage() {
  const { waiting, open } = route.useSearch()
  const { rights } = useSession()
  const navigate = useNavigate()
  const source = usePages(readPages('exports', 'list', { query: { waiting } }))
  const decides = rights.includes('customers.approveExport')
  return (
    <Page>
      <PageHeader
        title="导出登记"
        onBack={() => void navigate({ to: '/customers' })}
        note={
          <>
            客户资料不得外传 <ClauseChip clause="三.1" />
          </>
        }
        views={
          decides && (
            <Segments
              label="看哪些"
              value={waiting ?? 'all'}
              onChange={(next) =>
                void navigate({
                  to: '/customers/exports',
                  search: next === 'true' ? { waiting: next } : {},
                  replace: true,
                })
              }
              options={[
                { value: 'all', label: '全部' },
                { value: 'true', label: '待批准' },
              ]}
            />
          )
        }
      />
      <Panel title="导出" note={decides ? '谁、为什么、导出了哪些' : '您申请的导出'} flush>
        {source.error && !source.items ? (
          <RefusalBox error={source.error} onRetry={source.retry} />
        ) : !source.items ? (
          <ListSkeleton />
        ) : source.items.length === 0 ? (
          <div className={styles.empty}>
            <EmptyState
              title={waiting ? '没有等批准的导出' : '还没有导出过'}
              note="在客户列表里筛选或勾选，再按“导出”，写明用途。"
              action={<Button onClick={() => void navigate({ to: '/customers' })}>去客户列表</Button>}
            />
          </div>
        ) : (
          <ul className={styles.list} aria-label="导出登记">
            {source.items.map((one) => (
              <ExportRow key={one.id} one={one} isOpen={one.id === open} />
            ))}
          </ul>
        )}
        {source.hasMore && (
          <p className={styles.more}>
            <Button type="link" loading={source.isLoadingMore} onClick={source.loadMore}>
              更早的导出
            </Button>
          </p>
        )}
      </Panel>
    </Page>
  )
}
