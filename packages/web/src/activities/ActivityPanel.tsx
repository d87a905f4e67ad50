import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { read } from '../app/client.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { ActivityRecord } from './ActivityRecord.tsx'

interface ActivityPanelProps {
  id: string
  /** The rows beside which it stands, in their order. */
  ids: readonly string[]
  onOpen: (id: string | undefined) => void
}

export function ActivityPanel({ id, ids, onOpen }: ActivityPanelProps) {
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(read('activities', 'get', { params: { id } }))
  const index = ids.indexOf(id)
  const previous = ids[index - 1]
  const next = index < 0 ? undefined : ids[index + 1]
  return (
    <SidePanel
      label="拜访记录"
      position={index < 0 ? undefined : `第 ${index + 1} 条`}
      onPrevious={previous ? () => onOpen(previous) : undefined}
      onNext={next ? () => onOpen(next) : undefined}
      onOpenPage={() => navigate({ to: '/activities/$activityId', params: { activityId: id } })}
      onClose={() => onOpen(undefined)}
    >
      {data ? (
        <ActivityRecord activity={data} onRemoved={() => onOpen(undefined)} />
      ) : error ? (
        <RefusalBox error={error} onRetry={() => void refetch()} />
      ) : (
        <ListSkeleton rows={6} />
      )}
    </SidePanel>
  )
}
