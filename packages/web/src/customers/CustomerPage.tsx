import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate, useNavigate } from '@tanstack/react-router'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import { read } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { FactHeader } from '../ui/FactHeader.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import { usePhone } from '../ui/useMedia.ts'
import styles from './CustomerPage.module.css'
import { CustomerPhone } from './CustomerPhone.tsx'
import { CustomerTabBody, CustomerTabs } from './CustomerTabs.tsx'
import { CustomerVerbs } from './CustomerVerbs.tsx'
import { mainFacts } from './customer-facts.tsx'
import { GradeBadge, placeOf } from './customer-words.tsx'

const route = getRouteApi('/shell/customers/$customerId')

/** The record: who it is, the three facts that matter, the verb; below it everything that is known, by tabs. */
export function CustomerPage() {
  const { customerId } = route.useParams()
  const { data, error, refetch } = useQuery(read('customers', 'get', { params: { id: customerId } }))
  const phone = usePhone()
  const navigate = useNavigate()
  if (error && !data) {
    return (
      <Page>
        <PageHeader title="客户" onBack={() => void navigate({ to: '/customers' })} />
        <RefusalBox
          error={error}
          ways={<Link to="/customers">回到客户列表</Link>}
          onRetry={() => void refetch()}
        />
      </Page>
    )
  }
  if (!data) return <PageSkeleton />
  // The record was merged into another one, which answers in its place.
  if (data.id !== customerId)
    return <Navigate to="/customers/$customerId" params={{ customerId: data.id }} replace />
  return phone ? <CustomerPhone customer={data} /> : <Desk customer={data} />
}

function Desk({ customer }: { customer: Customer }) {
  useDocumentTitle(customer.name)
  const navigate = useNavigate()
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Identity customer={customer} />
        <FactHeader facts={mainFacts(customer, useNow())} />
        <div className={styles.verbs}>
          <CustomerVerbs customer={customer} onRemoved={() => void navigate({ to: '/customers' })} />
        </div>
      </header>
      <CustomerTabs customer={customer} className={styles.tabs} />
      <div className={styles.body}>
        <CustomerTabBody customer={customer} />
      </div>
    </div>
  )
}

function Identity({ customer }: { customer: Customer }) {
  const { number, grade, name, tradeStatus, owner, region, parent } = customer
  const place = placeOf(customer)
  return (
    <div className={styles.who}>
      <p className={styles.path}>
        <Link to="/customers">客户</Link> / {number}
      </p>
      <h1>
        <GradeBadge grade={grade} />
        {name}
        <StateTag tone="outlined">{tradeStatusLabel[tradeStatus]}</StateTag>
      </h1>
      <p className={styles.line}>
        {[place, region.name, owner ? `负责人${owner.name}` : '在经理池，等经理分配']
          .filter(Boolean)
          .join('，')}
        {parent && (
          <>
            ，上级单位{' '}
            <Link to="/customers/$customerId" params={{ customerId: parent.id }}>
              {parent.name}
            </Link>
          </>
        )}
        {customer.relationshipBuilt && (
          <>
            ；关系已建立 <ClauseChip clause="六.4.2)" />
          </>
        )}
      </p>
    </div>
  )
}
