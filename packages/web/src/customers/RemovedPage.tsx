import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CustomerListItem } from '@zhuowei/contract/customer-shapes.ts'
import { Button } from 'antd'
import { client, read } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './ContactLines.module.css'
import { GradeBadge, placeOf } from './customer-words.tsx'

/** What was deleted lately; the manager brings it back whole. */
export function RemovedPage() {
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(read('customers', 'removed'))
  return (
    <Page>
      <PageHeader
        title="最近删除的客户"
        onBack={() => void navigate({ to: '/customers' })}
        note="恢复后编号和历史不变"
      />
      <Panel flush>
        {error ? (
          <RefusalBox error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <ListSkeleton rows={5} />
        ) : data.length === 0 ? (
          <EmptyState title="没有删除的客户" />
        ) : (
          <ul className={styles.contacts}>
            {data.map((customer) => (
              <Removed key={customer.id} customer={customer} />
            ))}
          </ul>
        )}
      </Panel>
    </Page>
  )
}

function Removed({ customer }: { customer: CustomerListItem }) {
  const navigate = useNavigate()
  const restore = useCommand(() => client.customers.restore({ params: { id: customer.id } }), {
    changes: ['customers'],
    onDone: ({ id }) => void navigate({ to: '/customers/$customerId', params: { customerId: id } }),
  })
  return (
    <li>
      <GradeBadge grade={customer.grade} />
      <div className={styles.who}>
        <p>
          <strong>{customer.name}</strong>
        </p>
        <small>{[customer.number, placeOf(customer), customer.owner?.name].filter(Boolean).join('，')}</small>
        {restore.error && <RefusalBox error={restore.error} />}
      </div>
      <Button size="small" loading={restore.isPending} onClick={() => restore.mutate()}>
        恢复
      </Button>
    </li>
  )
}
