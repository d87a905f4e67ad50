import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { read } from '../app/client.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { EditVisitForm } from './EditVisitForm.tsx'

const route = getRouteApi('/shell/activities/$activityId/edit')

export function EditVisitPage() {
  const { activityId: id } = route.useParams()
  // The version that the person starts from must not change under the form.
  const activity = useQuery({
    ...read('activities', 'get', { params: { id } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const customerId = activity.data?.customer.id
  const customer = useQuery({
    ...read('customers', 'get', { params: { id: customerId ?? id } }),
    enabled: customerId !== undefined,
  })
  const error = activity.error ?? customer.error
  if (error) {
    return (
      <Page>
        <PageHeader title="修改拜访记录" onBack={() => window.history.back()} />
        <RefusalBox error={error} />
      </Page>
    )
  }
  if (!activity.data || !customer.data) return <PageSkeleton />
  return <EditVisitForm activity={activity.data} customer={customer.data} />
}
