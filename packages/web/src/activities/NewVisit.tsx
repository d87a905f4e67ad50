import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { customersAtHand, keepAtHand } from './customers-at-hand.ts'
import { NewVisitForm, type VisitBeginning } from './NewVisitForm.tsx'
import { isUnreached } from './outbox.ts'

interface NewVisitProps {
  title: string
  customerId: string
  beginning: VisitBeginning
  /** Another customer. */
  onChange: () => void
}

export function NewVisit({ title, customerId, beginning, onChange }: NewVisitProps) {
  const router = useRouter()
  const { person } = useSession()
  const { data, error, refetch, fetchStatus } = useQuery(
    read('customers', 'get', { params: { id: customerId } }),
  )
  const isUnreachable = fetchStatus === 'paused' || (error !== null && isUnreached(error))
  const atHand = isUnreachable ? customersAtHand(person.id).find(({ id }) => id === customerId) : undefined
  const customer = data ?? atHand
  useEffect(() => {
    if (data?.can.logVisit) keepAtHand(person.id, data)
  }, [data, person.id])
  if (customer?.can.logVisit) {
    return (
      <NewVisitForm title={title} customer={customer} beginning={beginning} onChangeCustomer={onChange} />
    )
  }
  if (!customer && !error && fetchStatus !== 'paused') return <PageSkeleton />
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
        <RefusalBox
          error={error}
          title={isUnreachable ? '没有网络，这家客户的资料不在这台设备上' : undefined}
          ways={another}
          onRetry={() => void refetch()}
        />
      )}
    </Page>
  )
}
