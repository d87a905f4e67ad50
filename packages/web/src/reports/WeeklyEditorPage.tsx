import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router'
import type { OpenedWeekly } from '@zhuowei/contract/period-reports.ts'
import { isWeekKey } from '@zhuowei/domain/calendar/weeks.ts'
import { read } from '../app/client.ts'
import { NotFoundPage } from '../app/NotFoundPage.tsx'
import { NotOpened, openedOnce } from './OpenedEditor.tsx'
import { useShowReport } from './useShowReport.ts'
import { WeeklyEditor } from './WeeklyEditor.tsx'

const route = getRouteApi('/shell/reports/weekly/$week')

/** 周报 of one week, 2026-W47: its 完成情况 and the next plan. */
export function WeeklyEditorPage() {
  const { week } = route.useParams()
  return isWeekKey(week) ? <WeeklyOf key={week} week={week} /> : <NotFoundPage />
}

function WeeklyOf({ week }: { week: string }) {
  const router = useRouter()
  const navigate = useNavigate()
  const show = useShowReport()
  const opened = useQuery({ ...read('reports', 'openWeekly', { params: { week } }), ...openedOnce })
  const back = () => router.history.back()
  if (opened.data && !bothClosed(opened.data))
    return (
      <WeeklyEditor
        opened={opened.data}
        onBack={back}
        onSubmitted={({ summary, plan }) => {
          const filed = summary.submittedAt ? summary.id : plan.id
          if (filed) show(filed)
          else void navigate({ to: '/reports' })
        }}
      />
    )
  return (
    <NotOpened
      title="周报"
      error={opened.error}
      onBack={back}
      onRetry={() => void opened.refetch()}
      closed={opened.data?.summary.closed}
      instead={<Link to="/reports">看我的汇报</Link>}
    />
  )
}

/** A week outside the time in the division: neither half is there to be written or read. */
const bothClosed = ({ summary, plan }: OpenedWeekly) =>
  [summary, plan].every(({ closed, submittedAt }) => closed !== null && submittedAt === null)
