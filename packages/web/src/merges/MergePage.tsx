import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { MergeForm, useMerge } from './MergeForm.tsx'

const route = getRouteApi('/shell/customers/merge')

/** Two or three records field by field, and one of them that is kept. */
export function MergePage() {
  const { oneId, otherId, thirdId } = route.useSearch()
  const navigate = useNavigate()
  const query = { oneId: oneId ?? '', otherId: otherId ?? '', ...(thirdId && { thirdId }) }
  const merge = useMerge()
  const { data, error, refetch } = useQuery({
    ...read('merges', 'preview', { query }),
    enabled: Boolean(oneId && otherId) && !merge.isPending && !merge.isSuccess,
  })
  const back = <Link to="/customers/duplicates">回到重复客户</Link>
  return (
    <Page>
      <PageHeader
        title="合并客户"
        onBack={() => void navigate({ to: '/customers/duplicates' })}
        note="名下的一切归到保留的一家，原编号仍查得到，30 天内可以撤销"
      />
      {!oneId || !otherId ? (
        <EmptyState
          title="还没有选要合并的客户"
          note="在客户列表里勾选两三家，再点“合并”。"
          action={
            <Link to="/customers">
              <Button type="primary">去客户列表</Button>
            </Link>
          }
        />
      ) : error && !data ? (
        <RefusalBox error={error} ways={back} onRetry={() => void refetch()} />
      ) : !data ? (
        <PageSkeleton />
      ) : (
        <MergeForm key={data.records.map(({ version }) => version).join()} preview={data} merge={merge} />
      )}
    </Page>
  )
}
