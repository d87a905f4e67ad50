import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router'
import { read } from '../app/client.ts'
import { NotOpened, openedOnce, SubmittedReport } from './OpenedEditor.tsx'
import { TripEditor } from './TripEditor.tsx'
import { useShowReport } from './useShowReport.ts'

const route = getRouteApi('/shell/reports/trip/$tripId')

/** 出差报告 of one registered trip. */
export function TripEditorPage() {
  const { tripId } = route.useParams()
  return <TripOf key={tripId} tripId={tripId} />
}

function TripOf({ tripId }: { tripId: string }) {
  const { edit } = route.useSearch()
  const navigate = useNavigate({ from: '/reports/trip/$tripId' })
  const router = useRouter()
  const show = useShowReport()
  const {
    data: opened,
    error,
    refetch,
  } = useQuery({
    ...read('reports', 'openTrip', { params: { tripId } }),
    ...openedOnce,
  })
  const back = () => router.history.back()
  if (opened?.submittedAt && opened.id)
    return (
      <SubmittedReport
        id={opened.id}
        title="出差报告"
        onBack={back}
        editing={edit !== undefined}
        onEdit={(editing) =>
          void navigate({ search: { edit: editing ? 'true' : undefined }, replace: !editing })
        }
      />
    )
  if (opened && opened.closed === null)
    return <TripEditor opened={opened} onBack={back} onSubmitted={({ id }) => show(id)} />
  return (
    <NotOpened
      title="出差报告"
      error={error}
      onBack={back}
      onRetry={() => void refetch()}
      closed={opened?.closed}
      instead={<Link to="/reports">看我的汇报</Link>}
    />
  )
}
