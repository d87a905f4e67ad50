import type { AuditEntry } from '@zhuowei/contract/audit.ts'
import { shanghaiDate, shanghaiTimeWithSeconds } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { Button } from 'antd'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import type { ListSource } from '../ui/usePages.ts'
import styles from './AuditList.module.css'

interface AuditListProps {
  source: ListSource<AuditEntry>
  onClear: (() => void) | undefined
}

/** Day by day, the newest first; a row opens to where it came from. */
export function AuditList({ source, onClear }: AuditListProps) {
  const { items } = source
  if (!items) return <ListSkeleton height={36} />
  if (items.length === 0) {
    return (
      <EmptyState
        title="没有这样的记录"
        note="登录、批量查看、改动、导出和被拒绝的操作都会记在这里。"
        action={onClear && <Button onClick={onClear}>看全部</Button>}
      />
    )
  }
  const days = Map.groupBy(items, (entry) => shanghaiDate(new Date(entry.at)))
  return (
    <div className={styles.list}>
      {[...days].map(([date, entries]) => (
        <section key={date}>
          <h2>{dateWithWeekday(date)}</h2>
          <ol>
            {entries.map((entry) => (
              <li key={entry.id}>
                <Row entry={entry} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {source.hasMore && (
        <Button type="link" block loading={source.isLoadingMore} onClick={source.loadMore}>
          更早的记录
        </Button>
      )}
    </div>
  )
}

function Row({ entry }: { entry: AuditEntry }) {
  return (
    <details className={styles.row}>
      <summary>
        <time dateTime={entry.at}>{shanghaiTimeWithSeconds(new Date(entry.at))}</time>
        <span className={styles.who}>{entry.actor?.name ?? '没有登录'}</span>
        <span className={styles.what}>
          {entry.summary ?? <i>业务内容不向系统管理员显示</i>}
          {entry.records > 1 && <b>，{entry.records.toLocaleString('zh-CN')} 条</b>}
          {entry.reason && <small>原因：{entry.reason}</small>}
        </span>
        <span className={styles.action}>{entry.action}</span>
      </summary>
      <dl>
        <Fact term="序号" value={String(entry.id)} />
        <Fact term="来自" value={entry.address} />
        <Fact term="请求编号" value={entry.requestId} />
        {entry.records === 1 ? (
          <Fact term="对象" value={entry.subjectId && `${entry.subjectType} ${entry.subjectId}`} />
        ) : (
          <Fact term="对象" value="同一次操作的多条记录；每一条在它自己的时间线上" />
        )}
      </dl>
    </details>
  )
}

function Fact({ term, value }: { term: string; value: string | null }) {
  if (!value) return null
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
