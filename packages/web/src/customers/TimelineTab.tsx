import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { Panel } from '../ui/Panel.tsx'
import { CustomerTimeline } from './CustomerTimeline.tsx'

export function TimelineTab({ customer }: { customer: Customer }) {
  return (
    <Panel>
      <CustomerTimeline customerId={customer.id} masked={customer.contactsMasked} />
    </Panel>
  )
}
