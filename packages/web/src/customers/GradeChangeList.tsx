import { Link } from '@tanstack/react-router'
import type { GradeChange } from '@zhuowei/contract/grade-shapes.ts'
import { daysBetween, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import { useNow } from '../ui/clock.ts'
import { InstantText } from '../ui/DateText.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import type { ListSource } from '../ui/usePages.ts'
import { GradeBadge } from './customer-words.tsx'
import styles from './GradeChangeList.module.css'

interface GradeChangeListProps {
  source: ListSource<GradeChange>
  /** Whose change it is: in a list over several customers. */
  named?: boolean
  empty: string
}

/** 未体现 until the owner's report that carries the change has been submitted (六.1.2)②). */
export function GradeChangeList({ source, named = false, empty }: GradeChangeListProps) {
  const today = shanghaiDate(useNow())
  if (source.error && !source.items) return <RefusalBox error={source.error} onRetry={source.retry} />
  if (!source.items) return <ListSkeleton rows={4} />
  if (source.items.length === 0) return <p className={styles.none}>{empty}</p>
  return (
    <ul className={styles.changes}>
      {source.items.map((change) => (
        <li key={change.id}>
          <span className={styles.step}>
            <GradeBadge grade={change.from} /> → <GradeBadge grade={change.to} />
          </span>
          <div className={styles.what}>
            {named && (
              <p>
                <Link
                  className="tappable"
                  to="/customers/$customerId"
                  params={{ customerId: change.customer.id }}
                >
                  <strong>{change.customer.name}</strong>
                </Link>
              </p>
            )}
            <p>{change.reason}</p>
            {change.resources && <p className={styles.resources}>资源说明：{change.resources}</p>}
            <small>
              {change.changedBy.name} <InstantText at={change.changedAt} />
              {change.owner && change.owner.id !== change.changedBy.id && `，负责人${change.owner.name}`}
            </small>
          </div>
          <span className={styles.state}>
            {change.frequent && (
              <StateTag tone="red">
                {change.frequent.days} 天内第 {change.frequent.nth} 次
              </StateTag>
            )}
            <StateTag tone={change.reflected ? 'green' : 'amber'}>
              {change.reflected ? '已体现' : waitingText(change.changedAt, today)}
            </StateTag>
          </span>
        </li>
      ))}
      {source.hasMore && (
        <li>
          <Button type="link" size="small" loading={source.isLoadingMore} onClick={source.loadMore}>
            更早的
          </Button>
        </li>
      )}
    </ul>
  )
}

/** How long the owner has owed it: the manager's list is read by this. */
function waitingText(changedAt: string, today: string): string {
  const days = daysBetween(shanghaiDate(new Date(changedAt)), today)
  return days > 0 ? `未体现 ${days} 天` : '未体现'
}
