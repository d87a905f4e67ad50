import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Customer, CustomerTree } from '@zhuowei/contract/customer-shapes.ts'
import { accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { read } from '../app/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Columns } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { GradeBadge } from './customer-words.tsx'
import styles from './RelativesTab.module.css'
import { RollUpPanel } from './RollUpPanel.tsx'

/** 上级单位 from the top down to this customer, and its 下级单位 below it. */
export function RelativesTab({ customer }: { customer: Customer }) {
  const { data, error, refetch } = useQuery(read('customers', 'tree', { params: { id: customer.id } }))
  if (error) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={4} />
  const { ancestors, children } = data
  if (ancestors.length === 0 && children.length === 0) {
    return (
      <Panel>
        <EmptyState
          title="没有上级单位，也没有下级单位"
          note="在“修改资料”里选上级单位，就会连成一棵树。"
          action={
            customer.can.edit && (
              <Link to="/customers/$customerId/edit" params={{ customerId: customer.id }}>
                选上级单位
              </Link>
            )
          }
        />
      </Panel>
    )
  }
  if (children.length === 0) return <Tree customer={customer} tree={data} />
  return (
    <Columns aside={340}>
      <Tree customer={customer} tree={data} />
      <RollUpPanel customerId={customer.id} />
    </Columns>
  )
}

function Tree({ customer, tree: { ancestors, children } }: { customer: Customer; tree: CustomerTree }) {
  const depth = ancestors.length
  return (
    <Panel title="上级单位" flush>
      <ul className={styles.tree}>
        {ancestors.map((one, level) => (
          <Relative key={one.id} relative={one} level={level} />
        ))}
        <li className={styles.self} style={{ paddingLeft: 14 + depth * 20 }} aria-current="true">
          <GradeBadge grade={customer.grade} />
          <strong>{customer.name}</strong>
          <span>{accountStatusLabel[customer.status]}</span>
        </li>
        {children.map((one) => (
          <Relative key={one.id} relative={one} level={depth + 1} />
        ))}
      </ul>
    </Panel>
  )
}

function Relative({ relative, level }: { relative: CustomerTree['children'][number]; level: number }) {
  const { id, name, grade, status, ownerName } = relative
  return (
    <li style={{ paddingLeft: 14 + level * 20 }}>
      <GradeBadge grade={grade} />
      <Link to="/customers/$customerId" params={{ customerId: id }} search={{ tab: 'relatives' }}>
        {name}
      </Link>
      <span>{[accountStatusLabel[status], ownerName ?? '经理池'].join('，')}</span>
    </li>
  )
}
