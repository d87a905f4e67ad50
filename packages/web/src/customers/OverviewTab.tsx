import { Link } from '@tanstack/react-router'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import {
  accountSourceLabel,
  accountStatusLabel,
  accountTypeLabel,
} from '@zhuowei/domain/customers/account.ts'
import { gradeDefinition, gradeLabel, tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import { Columns, Stack } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { BulkTags } from './BulkTags.tsx'
import { ContactLines } from './ContactLines.tsx'
import { CustomerTimeline } from './CustomerTimeline.tsx'
import { CustomerProposal } from './GradeProposals.tsx'
import styles from './OverviewTab.module.css'

/** 概览: what happened lately at the left, who they are and whom we know at the right. */
export function OverviewTab({ customer }: { customer: Customer }) {
  return (
    <Columns aside={340}>
      <Panel>
        <CustomerTimeline customerId={customer.id} masked={customer.contactsMasked} />
      </Panel>
      <Stack>
        {customer.can.changeGrade && <CustomerProposal customerId={customer.id} />}
        <Panel
          title="联系人"
          note={customer.contactsMasked ? '同事负责，不显示姓名电话' : `${customer.contactCount} 位`}
          extra={
            <Link
              to="/customers/$customerId"
              params={{ customerId: customer.id }}
              search={{ tab: 'contacts' }}
            >
              全部
            </Link>
          }
          flush
        >
          <ContactLines customer={customer} most={4} />
        </Panel>
        <Panel
          title="客户资料"
          extra={
            customer.can.edit && (
              <Link to="/customers/$customerId/edit" params={{ customerId: customer.id }}>
                修改
              </Link>
            )
          }
        >
          <Facts customer={customer} />
        </Panel>
      </Stack>
    </Columns>
  )
}

function Facts({ customer }: { customer: Customer }) {
  const { grade, website, email } = customer
  const rows: [string, ReactNode][] = [
    [requiredCustomerFields.status, accountStatusLabel[customer.status]],
    [
      '客户等级',
      <>
        {grade} {gradeLabel[grade]} <ClauseChip clause={gradeDefinition[grade].clause} />
      </>,
    ],
    ...(grade === 'A' ? [['资源说明', customer.resources] satisfies [string, ReactNode]] : []),
    ['交易', tradeStatusLabel[customer.tradeStatus]],
    ['标签', <Tags key="tags" customer={customer} />],
    ['客户类型', accountTypeLabel[customer.type]],
    ['客户来源', accountSourceLabel[customer.source]],
    ['信用代码', customer.creditCode],
    ['城市', [customer.city, customer.county].filter(Boolean).join('，')],
    ['通信地址', customer.address],
    ['总机', customer.phone],
    ['网站', website && <WebAddress address={website} />],
    ['邮箱', email && <a href={`mailto:${email}`}>{email}</a>],
    ['备注', customer.remarks],
    ['建档', <Entered key="entered" by={customer.createdBy?.name} at={customer.createdAt} />],
    ['最近修改', <Entered key="changed" by={customer.updatedBy?.name} at={customer.updatedAt} />],
  ]
  const blank = rows.filter(([, value]) => !value).map(([label]) => label)
  return (
    <>
      <dl className={styles.facts}>
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {blank.length > 0 && <p className={styles.blank}>还没有填：{blank.join('、')}</p>}
    </>
  )
}

/** Labels of the division; changed here for this one. */
function Tags({ customer }: { customer: Customer }) {
  const [changing, setChanging] = useState(false)
  const close = () => setChanging(false)
  return (
    <>
      {customer.tags.map(({ name }) => name).join('、') || '没有'}
      {customer.can.edit && (
        <Button size="small" type="link" aria-label="改标签" onClick={() => setChanging(true)}>
          改
        </Button>
      )}
      {changing && (
        <BulkTags
          selected={{ kind: 'rows', ids: [customer.id] }}
          name={customer.name}
          onClose={close}
          onDone={close}
        />
      )}
    </>
  )
}

/** Only web addresses become links; anything else stays text. */
function WebAddress({ address }: { address: string }) {
  const full = /^https?:\/\//i.test(address)
    ? address
    : /^[\w.-]+\.[a-z]{2,}/i.test(address)
      ? `https://${address}`
      : null
  if (!full) return address
  return (
    <a href={full} target="_blank" rel="noreferrer noopener">
      {address}
    </a>
  )
}

function Entered({ by, at }: { by: string | undefined; at: string }) {
  return (
    <>
      {by} <InstantText at={at} />
    </>
  )
}
