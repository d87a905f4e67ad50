import { useNavigate } from '@tanstack/react-router'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Panel } from '../ui/Panel.tsx'
import { usePages } from '../ui/usePages.ts'
import { ComplaintList } from './ComplaintList.tsx'

/** The complaints of a customer, as far as this person may see them. */
export function ComplaintsTab({ customer }: { customer: Customer }) {
  const navigate = useNavigate()
  const { rights } = useSession()
  const source = usePages(readPages('complaints', 'list', { query: { customerId: [customer.id] } }))
  const record = rights.includes('complaints.record')
    ? () => void navigate({ to: '/complaints/new', search: { customerId: customer.id } })
    : undefined
  return (
    <Panel
      title="投诉"
      flush
      extra={
        record &&
        source.items !== undefined &&
        source.items.length > 0 && <Button onClick={record}>登记投诉</Button>
      }
    >
      <ComplaintList
        source={source}
        selected={undefined}
        onSelect={(id) => void navigate({ to: '/complaints', search: { view: 'all', open: id } })}
        isFiltered={false}
        onClear={() => undefined}
        record={record}
      />
    </Panel>
  )
}
