import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { attitudeLabel, relationshipLevelLabel } from '@zhuowei/domain/customers/contact.ts'
import { Dot } from '../ui/Dot.tsx'
import type { Fact } from '../ui/FactHeader.tsx'
import { Ring } from '../ui/Ring.tsx'
import styles from './customer-facts.module.css'
import { lastActivityOf } from './customer-words.tsx'

/** The three facts that matter: where it stands, when we were there, what was promised. */
export function mainFacts(customer: Customer, now: Date): Fact[] {
  const today = shanghaiDate(now)
  const last = lastActivityOf(customer, now)
  const isOverdue = customer.nextStepOn !== null && customer.nextStepOn < today
  return [
    {
      label: '客户状态',
      value: accountStatusLabel[customer.status],
      qualification: (
        <span className={styles.day}>
          自 {shortDate(shanghaiDate(new Date(customer.statusSince)), today)}
        </span>
      ),
    },
    {
      label: '最近活动',
      value: (
        <span className={styles.last}>
          <Dot tone={last.tone} /> {last.text}
        </span>
      ),
      qualification: customer.lastActivityKind
        ? `${last.what}，本月 ${customer.visitsThisMonth} 次`
        : last.what,
    },
    {
      label: '下一步',
      value: nextStepDay(customer, today),
      qualification: customer.nextStep && (
        <span className={styles.step} title={customer.nextStep}>
          {customer.nextStep}
        </span>
      ),
      ...(isOverdue && { tone: 'red' as const }),
    },
  ]
}

/** §3A R-r*: what was promised at a visit is not for the colleagues of the region. */
function nextStepDay({ nextStepOn, nextStep, contactsMasked }: Customer, today: PlainDate) {
  if (nextStepOn) return shortDate(nextStepOn, today)
  if (nextStep) return '没定日期'
  return contactsMasked ? '不显示' : '无'
}

/** The panel has room for whom we know as well. */
export function panelFacts(customer: Customer, now: Date): Fact[] {
  const primary = customer.contacts.find((contact) => contact.isPrimary)
  return [
    ...mainFacts(customer, now),
    {
      label: '首要联系人',
      value: primary?.name ?? '无',
      qualification:
        primary && [primary.position, relationshipOf(customer, primary)].filter(Boolean).join('，'),
    },
    ...formFacts(customer, now),
    {
      label: '联系人',
      value: `${customer.contactCount} 位`,
      qualification: customer.contactsMasked ? '同事负责，不显示姓名电话' : undefined,
    },
  ]
}

function relationshipOf(
  { contactsMasked }: Customer,
  { relationship, attitude }: Customer['contacts'][number],
) {
  if (contactsMasked) return null
  return attitude === 'unknown' ? relationshipLevelLabel[relationship] : attitudeLabel[attitude]
}

/** §3A: a project supervisor reads the forms of his own customers only. */
function formFacts({ formCompleteness, formCurrentOn }: Customer, now: Date): Fact[] {
  if (formCompleteness === null) return []
  return [
    {
      label: '反馈表',
      value: <Ring label="反馈表完整度" value={formCompleteness} />,
      qualification: formCurrentOn ? `${shortDate(formCurrentOn, shanghaiDate(now))} 核对过` : '还没填',
    },
  ]
}
