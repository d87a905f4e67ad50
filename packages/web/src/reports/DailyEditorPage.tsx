import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { dailySubject } from '@zhuowei/domain/reports/daily.ts'
import { read } from '../app/client.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { DailyEditor } from './DailyEditor.tsx'
import { ReportView } from './ReportView.tsx'

const route = getRouteApi('/shell/reports/daily/$date')

/** 日报 of one day: the editor while it can be submitted, the report once it is. */
export function DailyEditorPage() {
  const { date } = route.useParams()
  const navigate = useNavigate()
  const router = useRouter()
  const query = useQuery({
    ...read('reports', 'openDaily', { params: { date } }),
    // What is typed lives in the editor; a second answer must not run over it.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const back = () => router.history.back()
  if (query.data?.submittedAt && query.data.id) return <Submitted id={query.data.id} onBack={back} />
  if (query.data)
    return (
      <DailyEditor
        key={date}
        opened={query.data}
        onBack={back}
        onSubmitted={({ id }) =>
          void navigate({
            to: '/reports/$reportId',
            params: { reportId: id },
            search: { submitted: 'true' },
            replace: true,
          })
        }
      />
    )
  return (
    <Page>
      <PageHeader title={dailySubject(date)} onBack={back} />
      {query.error ? (
        <RefusalBox error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Panel>
          <ListSkeleton rows={8} height={40} />
        </Panel>
      )}
    </Page>
  )
}

function Submitted({ id, onBack }: { id: string; onBack: () => void }) {
  const { data, error, refetch } = useQuery(read('reports', 'get', { params: { id } }))
  return (
    <Page>
      <PageHeader title={data?.subject ?? '日报'} onBack={onBack} />
      {error && (
        <RefusalBox
          title="草稿已到期自动提交"
          reason="正在归档，一分钟内可以打开。"
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <ListSkeleton rows={6} />}
      {data && <ReportView report={data} />}
    </Page>
  )
}
