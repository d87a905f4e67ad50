import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { type ComponentType, lazy } from 'react'
import { ComplaintsTab } from '../complaints/ComplaintsTab.tsx'
import { ContactDrawer } from '../customers/ContactDrawer.tsx'
import { ContactsTab } from '../customers/ContactsTab.tsx'
import { GradesTab } from '../customers/GradesTab.tsx'
import { OverviewTab } from '../customers/OverviewTab.tsx'
import { RelativesTab } from '../customers/RelativesTab.tsx'
import { TimelineTab } from '../customers/TimelineTab.tsx'

export interface CustomerTab {
  key: string
  label(customer: Customer): string
  Body: ComponentType<{ customer: Customer }>
}

const FeedbackTab = lazy(() =>
  import('../feedback/FeedbackTab.tsx').then((module) => ({ default: module.FeedbackTab })),
)

const ChainTab = lazy(() =>
  import('../decision-chain/DecisionChainTab.tsx').then((module) => ({ default: module.DecisionChainTab })),
)

const BackgroundTab = lazy(() =>
  import('../background/BackgroundTab.tsx').then((module) => ({ default: module.BackgroundTab })),
)

const AttachmentsTab = lazy(() =>
  import('../attachments/AttachmentsTab.tsx').then((module) => ({ default: module.AttachmentsTab })),
)

const overview: CustomerTab = { key: 'overview', label: () => '概览', Body: OverviewTab }

/** What a customer's record shows, in this order; each module brings its own tab. */
export const customerTabs: readonly CustomerTab[] = [
  overview,
  { key: 'timeline', label: () => '时间线', Body: TimelineTab },
  { key: 'contacts', label: ({ contactCount }) => `联系人 ${contactCount}`, Body: ContactsTab },
  { key: 'background', label: () => '背景资料', Body: BackgroundTab },
  { key: 'chain', label: () => '决策链图', Body: DecisionChain },
  { key: 'feedback', label: () => '反馈表', Body: FeedbackTab },
  { key: 'attachments', label: () => '附件', Body: AttachmentsTab },
  { key: 'complaints', label: () => '投诉', Body: ComplaintsTab },
  { key: 'grades', label: () => '等级变化', Body: GradesTab },
  { key: 'relatives', label: relativesLabel, Body: RelativesTab },
]

/** The tab of an address; an unknown one shows the overview. */
export const customerTab = (key: string | undefined): CustomerTab =>
  customerTabs.find((tab) => tab.key === key) ?? overview

function DecisionChain({ customer }: { customer: Customer }) {
  return <ChainTab customer={customer} ContactForm={ContactDrawer} />
}

function relativesLabel({ childCount, parent }: Customer): string {
  const relatives = childCount + (parent ? 1 : 0)
  return relatives > 0 ? `上级单位 ${relatives}` : '上级单位'
}
