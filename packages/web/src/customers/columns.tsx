import type { CustomerListItem } from '@zhuowei/contract/customer-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import {
  accountSourceLabel,
  accountStatusLabel,
  accountTypeLabel,
} from '@zhuowei/domain/customers/account.ts'
import { tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import type { ReactNode } from 'react'
import { Dot } from '../ui/Dot.tsx'
import { Ring } from '../ui/Ring.tsx'
import { TwoLines } from '../ui/TwoLineList.tsx'
import styles from './columns.module.css'
import { GradeBadge, lastActivityOf, placeOf } from './customer-words.tsx'

interface Column {
  label: string
  width: string
  cell: (customer: CustomerListItem, now: Date) => ReactNode
}

const absent = <span className={styles.absent}>无</span>
// A colleague's customer: the form and the next step are his (§3A), which is not the same as none.
const unseen = <span className={styles.absent}>不显示</span>

/** What may stand between the name and the last activity, in the order of the screen. */
export const columns = {
  status: { label: '客户状态', width: '72px', cell: ({ status }) => accountStatusLabel[status] },
  owner: { label: '负责人', width: '64px', cell: ({ owner }) => owner?.name ?? '经理池' },
  region: { label: '片区', width: '76px', cell: ({ region }) => region.name },
  city: { label: '城市', width: '64px', cell: ({ city }) => city ?? absent },
  type: { label: '客户类型', width: '104px', cell: ({ type }) => accountTypeLabel[type] },
  number: { label: '编号', width: '92px', cell: ({ number }) => number },
  source: { label: '客户来源', width: '72px', cell: ({ source }) => accountSourceLabel[source] },
  contacts: { label: '联系人', width: '52px', cell: ({ contactCount }) => `${contactCount} 位` },
  form: {
    label: '反馈表',
    width: '56px',
    cell: ({ formCompleteness }) =>
      formCompleteness === null ? unseen : <Ring label="反馈表完整度" value={formCompleteness} size={30} />,
  },
  tags: {
    label: '标签',
    width: '112px',
    cell: ({ tags }) => (tags.length > 0 ? tags.map(({ name }) => name).join('、') : absent),
  },
  created: {
    label: '建档',
    width: '92px',
    cell: ({ createdAt }, now) => shortDate(shanghaiDate(new Date(createdAt)), shanghaiDate(now)),
  },
  nextStep: { label: '下一步', width: 'minmax(0, 0.8fr)', cell: nextStepCell },
} as const satisfies Record<string, Column>

export type ColumnKey = keyof typeof columns
export const columnKeys = Object.keys(columns) as ColumnKey[] // the keys of the table above
export const usualColumns: readonly ColumnKey[] = ['status', 'owner', 'form', 'nextStep']

export const isColumn = (key: string): key is ColumnKey => key in columns

const lastWidth = '92px'

export function gridOf(shown: readonly ColumnKey[]): string {
  return ['minmax(0, 1.2fr)', ...shown.map((key) => columns[key].width), lastWidth].join(' ')
}

export function ColumnHeads({ shown }: { shown: readonly ColumnKey[] }) {
  return (
    <>
      <span>客户</span>
      {shown.map((key) => (
        <span key={key}>{columns[key].label}</span>
      ))}
      <span>最近活动</span>
    </>
  )
}

interface CustomerRowProps {
  customer: CustomerListItem
  shown: readonly ColumnKey[]
  now: Date
}

/** Name first; its facts are those that have no column of their own. */
export function CustomerRow({ customer, shown, now }: CustomerRowProps) {
  const { grade, name, tradeStatus, status, owner } = customer
  const facts = [
    tradeStatusLabel[tradeStatus],
    !shown.includes('status') && accountStatusLabel[status],
    !shown.includes('owner') && (owner?.name ?? '经理池'),
    shown.length > 0 && placeOf(customer),
    !shown.includes('tags') && customer.tags.map((tag) => tag.name).join('、'),
  ]
  return (
    <>
      <TwoLines
        lead={<GradeBadge grade={grade} />}
        title={
          <span className={styles.name} title={name}>
            {name}
          </span>
        }
        facts={facts.filter(Boolean).join('，')}
      />
      {shown.map((key) => (
        <span key={key} className={styles.cell}>
          {columns[key].cell(customer, now)}
        </span>
      ))}
      <LastActivityCell customer={customer} now={now} />
    </>
  )
}

export function LastActivityCell({ customer, now }: Pick<CustomerRowProps, 'customer' | 'now'>) {
  const { tone, text, what } = lastActivityOf(customer, now)
  return (
    <span className={styles.last}>
      <Dot tone={tone} />
      <span>
        {text}
        <small>{what}</small>
      </span>
    </span>
  )
}

function nextStepCell({ nextStep, nextStepOn, formCompleteness }: CustomerListItem, now: Date): ReactNode {
  if (formCompleteness === null) return unseen
  if (!nextStep) return absent
  const today = shanghaiDate(now)
  return (
    <span className={styles.next} title={nextStep}>
      {nextStep}
      {nextStepOn && <small data-overdue={nextStepOn < today}>{shortDate(nextStepOn, today)}</small>}
    </span>
  )
}
