import { Link } from '@tanstack/react-router'
import { type ImportState, type ImportSummary, importStateLabel } from '@zhuowei/contract/import-shapes.ts'
import { Button } from 'antd'
import { client, readPages } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { InstantText } from '../ui/DateText.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { usePages } from '../ui/usePages.ts'
import styles from './ImportHistory.module.css'
import { number, writtenSentence } from './sentences.ts'

/** Earlier imports of the division; each leads to its rows and its undo. */
export function ImportHistory() {
  const source = usePages(readPages('imports', 'list', { query: {} }))
  return (
    <Panel title="导入记录" note="本部门的全部导入；90 天内可以整批撤销；没有对应列的一天后清除" flush>
      {source.error && !source.items ? (
        <RefusalBox error={source.error} onRetry={source.retry} />
      ) : !source.items ? (
        <ListSkeleton />
      ) : source.items.length === 0 ? (
        <p className={styles.none}>还没有导入过。第一份清单可以用模板，也可以直接用手头的表格。</p>
      ) : (
        <ul className={styles.list}>
          {source.items.map((one) => (
            <li key={one.id}>
              <Entry one={one} />
              {(one.state === 'mapping' || one.state === 'checked') && <GiveUp one={one} />}
            </li>
          ))}
        </ul>
      )}
      {source.hasMore && (
        <p className={styles.more}>
          <Button type="link" loading={source.isLoadingMore} onClick={source.loadMore}>
            更早的导入
          </Button>
        </p>
      )}
    </Panel>
  )
}

function Entry({ one }: { one: ImportSummary }) {
  return (
    <Link className={styles.entry} to="/customers/import/$importId" params={{ importId: one.id }}>
      <span className={styles.name}>
        <strong>{one.fileName}</strong>
        <StateTag tone={tones[one.state]}>{importStateLabel[one.state]}</StateTag>
      </span>
      <span className={styles.facts}>{factsOf(one)}</span>
      <span className={styles.who}>
        {one.createdBy.name} <InstantText at={one.createdAt} />
      </span>
    </Link>
  )
}

/** A file that was laid aside need not stay until it is cleared away. */
function GiveUp({ one }: { one: ImportSummary }) {
  const giveUp = useCommand(() => client.imports.cancel({ params: { id: one.id } }), { changes: ['imports'] })
  return (
    <Button
      size="small"
      loading={giveUp.isPending}
      aria-label={`放弃 ${one.fileName}`}
      onClick={() => giveUp.mutate()}
    >
      放弃
    </Button>
  )
}

function factsOf({ state, mode, counts, totalRows }: ImportSummary): string {
  if (state === 'undone')
    return `撤回 ${number(counts.undone)} 行${counts.kept > 0 ? `，保留 ${number(counts.kept)} 行` : ''}`
  if (state === 'done' || (mode === 'valid_rows' && state !== 'running')) return writtenSentence(counts)
  return `${number(totalRows)} 行`
}

export const tones: Record<ImportState, Tone> = {
  reading: 'brand',
  mapping: 'amber',
  checking: 'brand',
  checked: 'amber',
  running: 'brand',
  done: 'green',
  failed: 'red',
  cancelled: 'grey',
  undone: 'grey',
}
