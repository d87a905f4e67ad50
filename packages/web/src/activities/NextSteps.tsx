import { useQuery } from '@tanstack/react-query'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { useState } from 'react'
import { read } from '../app/client.ts'
import { ChipVerb } from '../ui/Chip.tsx'
import { useNow } from '../ui/clock.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { NextStepRow } from './NextStepRow.tsx'
import styles from './NextSteps.module.css'

interface NextStepsProps {
  /** On the phone only what is due stands above the list, and of many only the first. */
  onlyDue?: boolean
  /** Without a frame of its own, inside a pane. */
  flat?: boolean
}

const firstShown = 2

/** What I promised to do next: overdue first, then by day. */
export function NextSteps({ onlyDue = false, flat = false }: NextStepsProps) {
  const today = shanghaiDate(useNow())
  const [all, setAll] = useState(!onlyDue)
  const query = onlyDue ? { until: today } : {}
  const { data, error, refetch } = useQuery(read('activities', 'nextSteps', { query }))
  if (onlyDue && !data?.length) return null
  const overdue = data?.filter((step) => step.overdue) ?? []
  const count = data ? `${data.length} 件` : undefined
  const shown = all ? data : data?.slice(0, firstShown)
  return (
    <div className={styles.steps} data-flat={flat}>
      <Panel title="下一步" note={overdue.length > 0 ? `${count}，逾期 ${overdue.length}` : count} flush>
        {error && !data && (
          <div className={styles.aside}>
            <RefusalBox error={error} onRetry={() => void refetch()} />
          </div>
        )}
        {!error && !data && <ListSkeleton rows={4} height={78} />}
        {data?.length === 0 && (
          <div className={styles.aside}>
            <EmptyState
              title="没有约好的下一步"
              note="记拜访时写下一步和日期，到期会排在这里，也会进当天的计划。"
            />
          </div>
        )}
        <ul>
          {shown?.map((step) => (
            <NextStepRow key={step.activityId} step={step} today={today} />
          ))}
        </ul>
        {data && shown && shown.length < data.length && (
          <div className={styles.more}>
            <ChipVerb onClick={() => setAll(true)}>另有 {data.length - shown.length} 件到期</ChipVerb>
          </div>
        )}
      </Panel>
    </div>
  )
}
