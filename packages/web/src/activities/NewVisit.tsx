import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { NewVisitForm } from './NewVisitForm.tsx'

interface NewVisitProps {
  title: string
  customerId: string
  kind: VisitKind
  /** Another customer. */
  onChange: () => void
}

export function NewVisit({ title, customerId, kind, onChange }: NewVisitProps) {
  const router = useRouter()
  const {
    data: customer,
    error,
    refetch,
  } = useQuery(read('customers', 'get', { params: { id: customerId } }))
  if (customer?.can.logVisit) {
    return <NewVisitForm title={title} customer={customer} kind={kind} onChangeCustomer={onChange} />
  }
  if (!customer && !error) return <PageSkeleton />
  const another = (
    <Button type="link" size="small" onClick={onChange}>
      换一家客户
    </Button>
  )
  return (
    <Page>
      <PageHeader title={title} onBack={() => router.history.back()} />
      {customer ? (
        <RefusalBox
          title={`不能在${customer.name}记拜访`}
          reason={`这家客户由${customer.owner?.name ?? '经理池'}负责，拜访请由负责人记录。`}
          ways={another}
        />
      ) : (
        <RefusalBox error={error} ways={another} onRetry={() => void refetch()} />
      )}
    </Page>
  )
}
