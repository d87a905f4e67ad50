import { getRouteApi, useNavigate } from '@tanstack/react-router'
import {
  type ImportDetail,
  type ImportOutcome,
  importOutcomeLabel,
  importOutcomes,
} from '@zhuowei/contract/import-shapes.ts'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePages } from '../ui/usePages.ts'
import { ImportRowItem } from './ImportRowItem.tsx'
import styles from './RowList.module.css'
import type { ShownRows } from './routes.ts'
import { number } from './sentences.ts'

const route = getRouteApi('/shell/customers/import/$importId')

/** Row by row: what becomes of it and why; narrowed by outcome and by the column at fault. */
export function RowList({ one }: { one: ImportDetail }) {
  const { column, ...search } = route.useSearch()
  const show: ShownRows = search.show ?? (one.counts.kept > 0 ? 'kept' : 'all')
  const navigate = useNavigate({ from: '/customers/import/$importId' })
  const source = usePages(
    readPages('imports', 'rows', {
      params: { id: one.id },
      query: {
        outcome: show === 'all' || show === 'kept' ? undefined : show,
        kept: show === 'kept' ? 'true' : undefined,
        column,
      },
    }),
  )
  const narrow = (next: { show?: ShownRows; column?: string | undefined }) =>
    void navigate({ search: next, replace: true })
  return (
    <Panel
      title="逐行"
      extra={
        <Segments<ShownRows>
          label="结果"
          value={show}
          options={viewsOf(one)}
          onChange={(next) => narrow({ show: next })}
        />
      }
      flush
    >
      <ProblemColumns one={one} chosen={column} onChoose={(next) => narrow({ show: 'all', column: next })} />
      {source.error && !source.items ? (
        <RefusalBox error={source.error} onRetry={source.retry} />
      ) : !source.items ? (
        <ListSkeleton />
      ) : (
        <ol className={styles.rows} aria-label="逐行结果">
          {source.items.map((row) => (
            <li key={row.rowNo}>
              <ImportRowItem row={row} one={one} />
            </li>
          ))}
        </ol>
      )}
      {source.items?.length === 0 && <p className={styles.none}>没有这样的行</p>}
      {source.hasMore && (
        <p className={styles.more}>
          <Button type="link" loading={source.isLoadingMore} onClick={source.loadMore}>
            再显示 50 行
          </Button>
        </p>
      )}
    </Panel>
  )
}

/** After the undo the outcomes tell what the rows were. */
function viewsOf({ counts, state }: ImportDetail): { value: ShownRows; label: string; count?: number }[] {
  return [
    { value: 'all', label: '全部' },
    ...(counts.kept > 0 ? [{ value: 'kept' as const, label: '保留', count: counts.kept }] : []),
    ...importOutcomes
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => ({
        value: outcome,
        label: `${state === 'undone' && isWritten(outcome) ? '原' : ''}${importOutcomeLabel[outcome]}`,
        count: counts[outcome],
      })),
  ]
}

const isWritten = (outcome: ImportOutcome) => outcome === 'create' || outcome === 'update'

interface ProblemColumnsProps {
  one: ImportDetail
  chosen: string | undefined
  onChoose: (column: string | undefined) => void
}

/** Many wrong rows are often one wrong column: the columns at fault with the number of their rows. */
function ProblemColumns({ one, chosen, onChoose }: ProblemColumnsProps) {
  if (one.problems.length === 0) return null
  return (
    <fieldset className={styles.problems} aria-label="按出错的列筛选">
      <span>不导入的原因在</span>
      {one.problems.map(({ column, rows }) => {
        const value = column ?? ''
        return (
          <button
            key={value}
            type="button"
            aria-pressed={chosen === value}
            onClick={() => onChoose(chosen === value ? undefined : value)}
          >
            {column ?? '整行'} {number(rows)}
          </button>
        )
      })}
    </fieldset>
  )
}
