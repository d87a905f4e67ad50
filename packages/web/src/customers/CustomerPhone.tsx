import { useNavigate } from '@tanstack/react-router'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import { useNow } from '../ui/clock.ts'
import { FactHeader } from '../ui/FactHeader.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { BottomActions } from '../ui/SubmitBar.tsx'
import styles from './CustomerPhone.module.css'
import { CustomerTabBody, CustomerTabs } from './CustomerTabs.tsx'
import { CustomerVerbs } from './CustomerVerbs.tsx'
import { mainFacts } from './customer-facts.tsx'
import { GradeBadge, placeOf } from './customer-words.tsx'

/** Longer names are cut in the head of the page and stand whole below it. */
const headFits = 15

/** The phone: who it is, three facts, the tabs to swipe through, and the verb within reach of the thumb. */
export function CustomerPhone({ customer }: { customer: Customer }) {
  const navigate = useNavigate()
  const back = () => void navigate({ to: '/customers' })
  const { grade, name, tradeStatus, number, owner, region, can } = customer
  return (
    <Page>
      <PageHeader title={name} onBack={back} />
      <Panel>
        {name.length > headFits && <h2 className={styles.name}>{name}</h2>}
        <p className={styles.tags}>
          <GradeBadge grade={grade} />
          <StateTag tone="outlined">{tradeStatusLabel[tradeStatus]}</StateTag>
          <StateTag tone="outlined">{region.name}</StateTag>
        </p>
        <p className={styles.line}>
          {[number, placeOf(customer), owner ? `负责人${owner.name}` : '在经理池'].filter(Boolean).join('，')}
        </p>
        <div className={styles.facts}>
          <FactHeader facts={mainFacts(customer, useNow())} />
        </div>
      </Panel>
      <CustomerTabs customer={customer} className={styles.tabs} />
      <CustomerTabBody customer={customer} />
      {(can.logVisit || can.revealPhone) && (
        <BottomActions>
          <CustomerVerbs customer={customer} onRemoved={back} />
        </BottomActions>
      )}
    </Page>
  )
}
