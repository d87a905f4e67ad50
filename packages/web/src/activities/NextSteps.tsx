import { useQuery } from '@tanstack/react-query'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { read } from '../app/client.ts'
import { useNow } from '../ui/clock.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { NextStepRow } from './NextStepRow.tsx'
import styles from './NextSteps.module.css'

interface NextStepsProps {
  /** On the phone only what is due stands above the list. */
  onlyDue?: boolean
  /** Without a frame of its own, inside a pane. */
  flat?: boolean
}

/** What I promised to do next: overdue first, then by day. */
export function NextSteps({ onlyDue = false, flat = false }: NextStepsProps) {
  const today = shanghaiDate(useNow())
  const query = onlyDue ? { until: today } : {}
  const { data, error, refetch } = useQuery(read('activities', 'nextSteps', { query }))
  if (onlyDue && !data?.length) return null
  const overdue = data?.filter((step) => step.overdue) ?? []
  const note =
    data && (overdue.length > 0 ? `${data.length} 件，逾期 ${overdue.length}` : `${data.length} 件`)
  return (
    <div className={styles.steps} data-flat={flat}>
      <Panel title="下一步" note={note} flush>
        {error && !data ? (
          <RefusalBox error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <ListSkeleton rows={4} height={78} />
        ) : data.length === 0 ? (
          <EmptyState
            title="没有约好的下一步"
            note="记拜访时写下一步和日期，到期会排在这里，也会进当天的计划。"
          />
        ) : (
          <ul>
            {data.map((step) => (
              <NextStepRow key={step.activityId} step={step} today={today} />
            ))}
          </ul>
        )}
      </Panel>
    </div>
  )
}
