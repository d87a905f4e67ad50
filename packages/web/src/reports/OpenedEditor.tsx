import { useQuery } from '@tanstack/react-query'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { ReactNode } from 'react'
import { read } from '../app/client.ts'
import { NotFoundPage } from '../app/NotFoundPage.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { ReportView } from './ReportView.tsx'

/** What is typed lives in the editor; a second answer must not run over it. */
export const openedOnce = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  refetchOnWindowFocus: false,
} as const

interface OpeningProps {
  title: string
  error: unknown
  onBack: () => void
  onRetry: () => void
  /** Why nothing is written about this period, and where to go instead. */
  closed: string | null | undefined
  instead: ReactNode
}

/** While a report is not open: being loaded, refused, or not written at all. */
export function NotOpened({ title, error, onBack, onRetry, closed, instead }: OpeningProps) {
  const problem = error instanceof ProblemError ? error.problem : null
  if (problem?.status === 404) return <NotFoundPage />
  const why = closed ?? (problem?.status === 422 ? problem.errors?.[0]?.message : null)
  return (
    <Page>
      <PageHeader title={title} onBack={onBack} />
      {why ? (
        <Panel>
          <EmptyState title={`现在不写${title}`} note={`${why}。`} action={instead} />
        </Panel>
      ) : error ? (
        <RefusalBox error={error} onRetry={onRetry} />
      ) : (
        <Panel>
          <ListSkeleton rows={8} height={40} />
        </Panel>
      )}
    </Page>
  )
}

interface SubmittedProps {
  id: string
  title: string
  onBack: () => void
  editing: boolean
  onEdit: (editing: boolean) => void
}

/** The address of an editor whose report was filed meanwhile. */
export function SubmittedReport({ id, title, onBack, editing, onEdit }: SubmittedProps) {
  const { data, error, refetch } = useQuery(read('reports', 'get', { params: { id } }))
  return (
    <Page>
      <PageHeader title={data?.subject ?? title} onBack={onBack} />
      {error && (
        <RefusalBox
          title="草稿已到期自动提交"
          reason="正在归档，一分钟内可以打开。"
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <ListSkeleton rows={6} />}
      {data && <ReportView report={data} editing={editing} onEdit={onEdit} />}
    </Page>
  )
}
