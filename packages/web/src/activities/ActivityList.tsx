import { useNavigate } from '@tanstack/react-router'
import type { Activity } from '@zhuowei/contract/activities.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import { useNow } from '../ui/clock.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TwoLineList } from '../ui/TwoLineList.tsx'
import { usePhone } from '../ui/useMedia.ts'
import type { ListSource } from '../ui/usePages.ts'
import { ActivityRow } from './ActivityRow.tsx'
import { type ActivitiesSearch, isFiltered, type Scope, unfiltered } from './activities-search.ts'
import { dayText } from './next-days.ts'

export interface ActivitiesParts {
  search: ActivitiesSearch
  scope: Scope
  source: ListSource<Activity>
  change: (next: Partial<ActivitiesSearch>) => void
  mayWrite: boolean
  record: () => void
}

export function ActivityList({ search, scope, source, change, mayWrite, record }: ActivitiesParts) {
  const navigate = useNavigate()
  const phone = usePhone()
  const today = shanghaiDate(useNow())
  const open = (activity: Activity) =>
    void navigate({ to: '/activities/$activityId', params: { activityId: activity.id } })
  const showsAuthor = scope === 'all'
  const showsOpen = !phone && search.open === undefined
  return (
    <TwoLineList
      label="拜访记录"
      source={source}
      keyOf={({ id }) => id}
      groupOf={({ happenedOn }) => dayText(happenedOn, today)}
      columns={['minmax(0, 1fr)', showsOpen && 'minmax(0, 0.8fr)', showsAuthor && !phone && '52px', '40px']
        .filter(Boolean)
        .join(' ')}
      row={(activity) => (
        <ActivityRow activity={activity} showsAuthor={showsAuthor && !phone} showsOpen={showsOpen} />
      )}
      selected={search.open ?? null}
      onSelect={(key) => {
        const chosen = source.items?.find(({ id }) => id === key)
        if (phone && chosen) open(chosen)
        else change({ open: key ?? undefined })
      }}
      onOpen={open}
      foot={(shown, hasMore) => <span>{hasMore ? `已显示 ${shown} 条，往下还有` : `共 ${shown} 条`}</span>}
      empty={
        isFiltered(search) ? (
          <EmptyState
            title="这个条件下没有拜访记录"
            action={<Button onClick={() => change(unfiltered)}>清除条件</Button>}
          />
        ) : (
          <EmptyState
            title={scope === 'mine' ? '您还没有记过拜访' : '还没有拜访记录'}
            note="每次拜访、电话记四项：拜访内容、拜访人、拜访的结果、存在的问题，当天日报自动写好。"
            action={
              mayWrite && (
                <Button type="primary" onClick={record}>
                  记第一次拜访
                </Button>
              )
            }
          />
        )
      }
    />
  )
}
