import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { ProblemError } from '@zhuowei/contract/client.ts'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { placeOf } from './compliance-search.ts'

/** A link that knows only the obligation: the page turns to its division, unit and period and opens the story there. */
export function StoryByNumber({ id, onClose }: { id: string; onClose: () => void }) {
  const { person } = useSession()
  const { data, error, refetch } = useQuery(read('compliance', 'obligation', { params: { id } }))
  if (error instanceof ProblemError && error.problem.code === 'not_found') {
    return (
      <Panel>
        <EmptyState
          title="这份汇报您看不到"
          note="它不在您能看的范围内，或者已经不在台账里。"
          action={<Button onClick={onClose}>看合规</Button>}
        />
      </Panel>
    )
  }
  if (error) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const divisionId = person.role === 'gm' ? data.divisionId : undefined
  return (
    <Navigate
      to="/reports/compliance"
      search={{ ...placeOf({ ...data, obligationId: id }), divisionId }}
      replace
    />
  )
}
