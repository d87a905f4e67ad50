import { DownOutlined, UpOutlined } from '@ant-design/icons'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import { accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import { contactLabel } from '@zhuowei/domain/customers/visit.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useNow } from '../ui/clock.ts'
import { usePhone } from '../ui/useMedia.ts'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { GradeBadge } from './CustomerRow.tsx'
import { dayLabel } from './next-days.ts'
import styles from './VisitHead.module.css'
import type { VisitDraft } from './visit-draft.ts'
import { DirectionField, KindField, WhenField, whenText } from './WhenAndKind.tsx'

interface VisitHeadProps {
  form: ProblemForm<VisitDraft>
  customer: Customer
  calendar: WorkCalendar
  onChangeCustomer?: (() => void) | undefined
}

/** Whose visit, how and when. On the phone the usual answer, a visit just now, takes one line until somebody says otherwise. */
export function VisitHead({ form, customer, calendar, onChangeCustomer }: VisitHeadProps) {
  const phone = usePhone()
  const now = useNow()
  const [open, setOpen] = useState(onChangeCustomer !== undefined && form.values.when !== null)
  const today = shanghaiDate(now)
  const { status, tradeStatus, nextStep, nextStepOn } = customer
  const isCall = form.values.kind === 'call'
  const showsAll = !phone || open || form.errorOf('when') !== undefined
  return (
    <div className={styles.head}>
      <div className={styles.customer}>
        <GradeBadge grade={customer.grade} />
        <div>
          <strong>{customer.name}</strong>
          {phone ? (
            <button type="button" className={styles.when} aria-expanded={open} onClick={() => setOpen(!open)}>
              {contactLabel(form.values)}，{whenText(form.values, now)}
              {open ? <UpOutlined /> : <DownOutlined />}
            </button>
          ) : (
            <p>
              {accountStatusLabel[status]}，{tradeStatusLabel[tradeStatus]}
            </p>
          )}
        </div>
        {onChangeCustomer && (
          <Button type="link" onClick={onChangeCustomer}>
            更换
          </Button>
        )}
      </div>
      {phone && nextStep && (
        <p className={styles.promised}>
          约好的下一步：{nextStep}
          {nextStepOn && `（${dayLabel(nextStepOn, today)}）`}
        </p>
      )}
      {(showsAll || isCall) && (
        <div className={styles.choices}>
          {showsAll && (
            <>
              <KindField form={form} />
              <WhenField form={form} calendar={calendar} />
            </>
          )}
          {isCall && <DirectionField form={form} />}
        </div>
      )}
    </div>
  )
}
