import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router'
import { read } from '../app/client.ts'
import { NotFoundPage } from '../app/NotFoundPage.tsx'
import { MonthlyEditor } from './MonthlyEditor.tsx'
import { NotOpened, openedOnce, SubmittedReport } from './OpenedEditor.tsx'
import { useShowReport } from './useShowReport.ts'

const route = getRouteApi('/shell/reports/monthly/$month')

/** 月报 of one month, 2026-11. */
export function MonthlyEditorPage() {
  const { month } = route.useParams()
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? <MonthlyOf key={month} month={month} /> : <NotFoundPage />
}

function MonthlyOf({ month }: { month: string }) {
  const { edit } = route.useSearch()
  const navigate = useNavigate({ from: '/reports/monthly/$month' })
  const router = useRouter()
  const show = useShowReport()
  const {
    data: opened,
    error,
    refetch,
  } = useQuery({
    ...read('reports', 'openMonthly', { params: { month } }),
    ...openedOnce,
  })
  const back = () => router.history.back()
  if (opened?.submittedAt && opened.id)
    return (
      <SubmittedReport
        id={opened.id}
        title="月报"
        onBack={back}
        editing={edit !== undefined}
        onEdit={(editing) =>
          void navigate({ search: { edit: editing ? 'true' : undefined }, replace: !editing })
        }
      />
    )
  if (opened && opened.closed === null)
    return <MonthlyEditor opened={opened} onBack={back} onSubmitted={({ id }) => show(id)} />
  return (
    <NotOpened
      title="月报"
      error={error}
      onBack={back}
      onRetry={() => void refetch()}
      closed={opened?.closed}
      instead={<Link to="/reports">看我的汇报</Link>}
    />
  )
}
