import { useQuery } from '@tanstack/react-query'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { attitudeLabel, relationshipLevelLabel } from '@zhuowei/domain/customers/contact.ts'
import { tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import { contactLabel } from '@zhuowei/domain/customers/visit.ts'
import { read } from '../app/client.ts'
import { useNow } from '../ui/clock.ts'
import { InstantText } from '../ui/DateText.tsx'
import { type Fact, FactHeader } from '../ui/FactHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import styles from './CustomerContext.module.css'
import { dayLabel } from './next-days.ts'

/** What one wants to know beside the form: where this customer stands, what was promised, what was said last, whom we know. */
export function CustomerContext({ customer }: { customer: Customer }) {
  const today = shanghaiDate(useNow())
  const last = useQuery(read('activities', 'list', { query: { customerId: customer.id, limit: 4 } }))
  const visits = last.data?.items ?? []
  return (
    <>
      <Panel title="客户情况" note={customer.number}>
        <FactHeader shape="box" facts={factsOf(customer)} />
        {customer.nextStep && (
          <p className={styles.promised}>
            约好的下一步：{customer.nextStep}
            {customer.nextStepOn && <small>{dayLabel(customer.nextStepOn, today)}</small>}
          </p>
        )}
      </Panel>
      <Panel title="最近几次">
        {visits.length === 0 && !last.isPending && <p className={styles.none}>还没有记录，这是第一次。</p>}
        {visits.length > 0 && (
          <Timeline
            items={visits.map((visit) => ({
              key: visit.id,
              tone: 'brand',
              title: `${contactLabel(visit)}${visit.contacts.map(({ name }) => name).join('、') && `：${visit.contacts.map(({ name }) => name).join('、')}`}`,
              when: <InstantText at={visit.happenedAt} />,
              text: (
                <>
                  <p>{visit.result}</p>
                  {visit.problem !== '无' && <p>问题：{visit.problem}</p>}
                </>
              ),
            }))}
          />
        )}
      </Panel>
      <Panel title="联系人" note={`${customer.contacts.length} 位`} flush>
        <ul className={styles.contacts}>
          {customer.contacts.slice(0, 6).map((contact) => (
            <li key={contact.id}>
              <div>
                <strong>{contact.name}</strong>
                <small>{contact.position}</small>
              </div>
              <span>
                {relationshipLevelLabel[contact.relationship]}
                {contact.attitude !== 'unknown' && `，${attitudeLabel[contact.attitude]}`}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

function factsOf(customer: Customer): Fact[] {
  return [
    {
      label: '客户状态',
      value: accountStatusLabel[customer.status],
      qualification: tradeStatusLabel[customer.tradeStatus],
    },
    {
      label: '本月拜访',
      value: `${customer.visitsThisMonth} 次`,
      qualification: customer.lastActivityKind ? <InstantText at={customer.lastActivityAt} /> : '还没去过',
    },
  ]
}
