import { Link } from '@tanstack/react-router'
import type { DueVisit } from '@zhuowei/contract/due-visits.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { Button } from 'antd'
import { useNow } from '../ui/clock.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LevelBadge } from '../ui/LevelBadge.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import type { ListSource } from '../ui/usePages.ts'
import styles from './DueVisits.module.css'
import { PlanVisit } from './PlanVisit.tsx'

const levelOf = { A: 1, B: 2, C: 3 } as const

interface DueVisitRowsProps {
  source: ListSource<DueVisit>
  /** Whose customer it is: in a list over several owners. */
  named: boolean
}

export function DueVisitRows({ source, named }: DueVisitRowsProps) {
  if (source.error && !source.items) return <RefusalBox error={source.error} onRetry={source.retry} />
  if (!source.items) return <ListSkeleton rows={6} />
  if (source.items.length === 0)
    return <EmptyState title="没有遗忘的客户" note="都在拜访间隔之内；超过的会出现在这里，超得最久的在前。" />
  return (
    <ul className={styles.rows}>
      {source.items.map((customer) => (
        <Row key={customer.id} customer={customer} named={named} />
      ))}
      {source.hasMore && (
        <li>
          <Button type="link" loading={source.isLoadingMore} onClick={source.loadMore}>
            再看后面的
          </Button>
        </li>
      )}
    </ul>
  )
}

function Row({ customer, named }: { customer: DueVisit; named: boolean }) {
  const { id, name, grade, regionName, owner, lastActivityAt, neverSeen, dueOn, daysOver } = customer
  const today = shanghaiDate(useNow())
  const last = shortDate(shanghaiDate(new Date(lastActivityAt)), today)
  return (
    <li>
      <div className={styles.who}>
        <p>
          <LevelBadge level={levelOf[grade]} letter={grade} />
          <Link className="tappable" to="/customers/$customerId" params={{ customerId: id }}>
            {name}
          </Link>
        </p>
        <small>
          {[
            neverSeen ? `${last} 建档，还没去过` : `最近往来 ${last}`,
            regionName,
            ...(named ? [owner?.name ?? '经理池'] : []),
          ].join('，')}
        </small>
      </div>
      <div className={styles.over}>
        <strong>超 {daysOver} 天</strong>
        <small>最迟 {shortDate(dueOn, today)}</small>
      </div>
      <PlanVisit customer={customer} />
    </li>
  )
}
