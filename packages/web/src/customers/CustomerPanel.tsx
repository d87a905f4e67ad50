import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import { read } from '../app/client.ts'
import { useNow } from '../ui/clock.ts'
import { FactHeader } from '../ui/FactHeader.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './CustomerPanel.module.css'
import { CustomerTimeline } from './CustomerTimeline.tsx'
import { CustomerVerbs } from './CustomerVerbs.tsx'
import { panelFacts } from './customer-facts.tsx'
import { GradeBadge, placeOf } from './customer-words.tsx'

interface CustomerPanelProps {
  id: string
  /** The rows beside which it stands, in their order. */
  ids: readonly string[]
  onOpen: (id: string | undefined) => void
}

export function CustomerPanel({ id, ids, onOpen }: CustomerPanelProps) {
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(read('customers', 'get', { params: { id } }))
  const index = ids.indexOf(id)
  const previous = ids[index - 1]
  const next = index < 0 ? undefined : ids[index + 1]
  return (
    <SidePanel
      label="客户"
      position={index < 0 ? undefined : `第 ${index + 1} 家`}
      onPrevious={previous ? () => onOpen(previous) : undefined}
      onNext={next ? () => onOpen(next) : undefined}
      onOpenPage={() => void navigate({ to: '/customers/$customerId', params: { customerId: id } })}
      onClose={() => onOpen(undefined)}
    >
      {data ? (
        <Summary key={data.id} customer={data} onRemoved={() => onOpen(undefined)} />
      ) : error ? (
        <RefusalBox error={error} onRetry={() => void refetch()} />
      ) : (
        <ListSkeleton rows={6} />
      )}
    </SidePanel>
  )
}

function Summary({ customer, onRemoved }: { customer: Customer; onRemoved: () => void }) {
  const now = useNow()
  const { number, owner, region, grade, name, tradeStatus } = customer
  return (
    <>
      <div>
        <h2 className={styles.name}>
          <GradeBadge grade={grade} />
          {name}
          <StateTag tone="outlined">{tradeStatusLabel[tradeStatus]}</StateTag>
        </h2>
        <p className={styles.line}>
          {[number, placeOf(customer), owner ? `负责人${owner.name}` : '在经理池', region.name]
            .filter(Boolean)
            .join('，')}
        </p>
      </div>
      <div className={styles.verbs}>
        <CustomerVerbs customer={customer} onRemoved={onRemoved} />
      </div>
      <div className={styles.facts}>
        <FactHeader shape="box" facts={panelFacts(customer, now)} />
      </div>
      <CustomerTimeline customerId={customer.id} masked={customer.contactsMasked} />
    </>
  )
}
