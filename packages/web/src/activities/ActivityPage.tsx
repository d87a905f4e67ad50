import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { contactLabel } from '@zhuowei/domain/customers/visit.ts'
import { read } from '../app/client.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { ActivityRecord } from './ActivityRecord.tsx'
import { CustomerContext } from './CustomerContext.tsx'
import { RecordedNotice } from './RecordedNotice.tsx'

const route = getRouteApi('/shell/activities/$activityId')

export function ActivityPage() {
  const { activityId: id } = route.useParams()
  const { recorded } = route.useSearch()
  const navigate = useNavigate()
  const router = useRouter()
  const phone = usePhone()
  const { data: activity, error, refetch } = useQuery(read('activities', 'get', { params: { id } }))
  const toList = () => navigate({ to: '/activities' })
  const title = activity ? `${contactLabel(activity)}记录` : '拜访记录'
  return (
    <Page>
      <PageHeader title={title} onBack={recorded ? toList : () => router.history.back()} />
      {activity && recorded && <RecordedNotice activity={activity} />}
      {!activity && error && <RefusalBox error={error} onRetry={() => void refetch()} />}
      {!activity && !error && <ListSkeleton rows={6} />}
      {activity && (
        <Columns>
          <Panel>
            <ActivityRecord activity={activity} isFresh={recorded !== undefined} onRemoved={toList} />
          </Panel>
          {!phone && (
            <Stack>
              <ContextOf customerId={activity.customer.id} />
            </Stack>
          )}
        </Columns>
      )}
    </Page>
  )
}

/** Nothing stands there for people who took part in the visit but may not see the customer. */
function ContextOf({ customerId }: { customerId: string }) {
  const { data: customer } = useQuery(read('customers', 'get', { params: { id: customerId } }))
  return customer ? <CustomerContext customer={customer} /> : null
}
