import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import { read } from '../app/client.ts'
import { useNow } from '../ui/clock.ts'
import { FactHeader } from '../ui/FactHeader.tsx'
import { Page } from '../ui/Page.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import { usePhone } from '../ui/useMedia.ts'
import { ContactsTab } from './ContactsTab.tsx'
import styles from './CustomerPage.module.css'
import { CustomerPhone } from './CustomerPhone.tsx'
import { CustomerTimeline } from './CustomerTimeline.tsx'
import { CustomerVerbs } from './CustomerVerbs.tsx'
import { mainFacts } from './customer-facts.tsx'
import { GradeBadge, placeOf } from './customer-words.tsx'
import { GradesTab } from './GradesTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { RelativesTab } from './RelativesTab.tsx'
import type { customerTabs } from './routes.ts'

const route = getRouteApi('/shell/customers/$customerId')

export type CustomerTab = (typeof customerTabs)[number]

/** The record: who it is, the three facts that matter, the verb; below it everything that is known, by tabs. */
export function CustomerPage() {
  const { customerId } = route.useParams()
  const { data, error, refetch } = useQuery(read('customers', 'get', { params: { id: customerId } }))
  const phone = usePhone()
  if (error && !data) {
    return (
      <Page>
        <RefusalBox
          error={error}
          ways={<Link to="/customers">回到客户列表</Link>}
          onRetry={() => void refetch()}
        />
      </Page>
    )
  }
  if (!data) return <PageSkeleton />
  return phone ? <CustomerPhone customer={data} /> : <Desk customer={data} />
}

function Desk({ customer }: { customer: Customer }) {
  useDocumentTitle(customer.name)
  const navigate = useNavigate()
  const { tab = 'overview' } = route.useSearch()
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Identity customer={customer} />
        <FactHeader facts={mainFacts(customer, useNow())} />
        <div className={styles.verbs}>
          <CustomerVerbs customer={customer} onRemoved={() => void navigate({ to: '/customers' })} />
        </div>
      </header>
      <nav className={styles.tabs} aria-label="客户的内容">
        {tabsOf(customer).map(({ key, label }) => (
          <Link
            key={key}
            to="/customers/$customerId"
            params={{ customerId: customer.id }}
            search={key === 'overview' ? {} : { tab: key }}
            replace
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className={styles.body}>
        <TabBody key={tab} tab={tab} customer={customer} />
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
      </p>
    </div>
  )
}

export function tabsOf({
  contactCount,
  childCount,
  parent,
}: Customer): { key: CustomerTab; label: string }[] {
  const relatives = childCount + (parent ? 1 : 0)
  return [
    { key: 'overview', label: '概览' },
    { key: 'timeline', label: '时间线' },
    { key: 'contacts', label: `联系人 ${contactCount}` },
    { key: 'grades', label: '等级变化' },
    { key: 'relatives', label: relatives > 0 ? `上级单位 ${relatives}` : '上级单位' },
  ]
}

export function TabBody({ tab, customer }: { tab: CustomerTab; customer: Customer }) {
  switch (tab) {
    case 'overview':
      return <OverviewTab customer={customer} />
    case 'timeline':
      return (
        <Panel>
          <CustomerTimeline customerId={customer.id} masked={customer.contactsMasked} />
        </Panel>
      )
    case 'contacts':
      return <ContactsTab customer={customer} />
    case 'grades':
      return <GradesTab customer={customer} />
    case 'relatives':
      return <RelativesTab customer={customer} />
  }
}
