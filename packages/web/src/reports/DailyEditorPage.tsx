import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router'
import { ProblemError } from '@zhuowei/contract/client.ts'
import { isPlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { dailySubject } from '@zhuowei/domain/reports/daily.ts'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { NotFoundPage } from '../app/NotFoundPage.tsx'
import { useNow } from '../ui/clock.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { DailyEditor } from './DailyEditor.tsx'
import { openedOnce, SubmittedReport } from './OpenedEditor.tsx'
import { useShowReport } from './useShowReport.ts'

const route = getRouteApi('/shell/reports/daily/$date')

/** 日报 of one day: the editor while it can be submitted, the report once it is. */
export function DailyEditorPage() {
  const { date } = route.useParams()
  return isPlainDate(date) ? <DailyOf date={date} /> : <NotFoundPage />
}

function DailyOf({ date }: { date: string }) {
  const { edit } = route.useSearch()
  const navigate = useNavigate({ from: '/reports/daily/$date' })
  const router = useRouter()
  const show = useShowReport()
  const query = useQuery({
    ...read('reports', 'openDaily', { params: { date } }),
    ...openedOnce,
  })
  const back = () => router.history.back()
  const { data: opened, error } = query
  if (opened?.submittedAt && opened.id)
    return (
      <SubmittedReport
        id={opened.id}
        title="日报"
        onBack={back}
        editing={edit !== undefined}
        onEdit={(editing) =>
          void navigate({ search: { edit: editing ? 'true' : undefined }, replace: !editing })
        }
      />
    )
  const refused = error instanceof ProblemError && error.problem.status === 422 ? error.problem : null
  const closed = opened?.closed ?? refused?.errors?.[0]?.message
  if (closed) return <ClosedDay date={date} why={closed} onBack={back} />
  if (opened)
    return <DailyEditor key={date} opened={opened} onBack={back} onSubmitted={({ id }) => show(id)} />
  return (
    <Page>
      <PageHeader title={dailySubject(date)} onBack={back} />
      {error ? (
        <RefusalBox error={error} onRetry={() => void query.refetch()} />
      ) : (
        <Panel>
          <ListSkeleton rows={8} height={40} />
        </Panel>
      )}
    </Page>
  )
}

/** A day about which no report is written: why, and where to go instead. */
function ClosedDay({ date, why, onBack }: { date: string; why: string; onBack: () => void }) {
  const navigate = useNavigate()
  const today = shanghaiDate(useNow())
  return (
    <Page>
      <PageHeader title={`${dateWithWeekday(date)}的日报`} onBack={onBack} />
      <Panel>
        <EmptyState
          title="这一天不写日报"
          note={`${why}。`}
          action={
            <>
              <Button
                type="primary"
                onClick={() => void navigate({ to: '/reports/daily/$date', params: { date: today } })}
              >
                写今天的日报
              </Button>
              <Link to="/reports">看我的日报</Link>
            </>
          }
        />
      </Panel>
    </Page>
  )
}
