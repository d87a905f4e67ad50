import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import type { WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import { requiredVisitFields } from '@zhuowei/domain/clauses/prescribed.ts'
import type { ReactNode } from 'react'
import { useSession } from '../app/session.ts'
import { Chip } from '../ui/Chip.tsx'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { ContactsField } from './ContactsField.tsx'
import { FollowUpField } from './FollowUpField.tsx'
import { LongText } from './LongText.tsx'
import { NextStepField } from './NextStepField.tsx'
import { QuestionsField } from './QuestionsField.tsx'
import { VisitHead } from './VisitHead.tsx'
import styles from './VisitInputs.module.css'
import { VisitorsField } from './VisitorsField.tsx'
import type { VisitDraft } from './visit-draft.ts'

interface VisitInputsProps {
  form: ProblemForm<VisitDraft>
  customer: Customer
  calendar: WorkCalendar
  /** Absent when a record is corrected: it stays with its customer. */
  onChangeCustomer?: () => void
  /** Who stands in the record that is corrected. */
  known?: readonly { id: string; name: string }[]
}

const longText = 2000

/** 六.2.3)③: the four prescribed fields, the people who were met, the next step and what it changes; for a new record and a correction. */
export function VisitInputs({ form, customer, calendar, onChangeCustomer, known }: VisitInputsProps) {
  const { greeting } = useSession()
  const isNew = onChangeCustomer !== undefined
  return (
    <div className={styles.cards}>
      <Card>
        <VisitHead form={form} customer={customer} calendar={calendar} onChangeCustomer={onChangeCustomer} />
        {isNew && form.values.kind === 'call' && form.values.callDirection !== 'outgoing' && (
          <p className={styles.greeting}>
            {greeting} <ClauseChip clause="三.7" />
          </p>
        )}
      </Card>
      <Card>
        <LongText
          form={form}
          name="content"
          label={requiredVisitFields.content}
          required
          placeholder={form.values.kind === 'call' ? '通话谈了什么' : '谈了什么、带了什么去'}
          maxLength={longText}
        />
      </Card>
      <Card half>
        <VisitorsField form={form} known={known} />
      </Card>
      <Card half>
        <ContactsField
          form={form}
          customerId={customer.id}
          contacts={customer.contacts}
          canAdd={customer.can.edit}
        />
      </Card>
      <Card>
        <LongText
          form={form}
          name="result"
          label={requiredVisitFields.result}
          required
          placeholder="对方怎么说、定下了什么"
          maxLength={longText}
        />
      </Card>
      <Card>
        <LongText
          form={form}
          name="problem"
          label={requiredVisitFields.problem}
          required
          placeholder="卡在哪里；没有就点“无”"
          maxLength={longText}
          quick={
            <Chip
              chosen={form.values.problem === noProblem}
              onToggle={() => form.set('problem', form.values.problem === noProblem ? '' : noProblem)}
            >
              {noProblem}
            </Chip>
          }
        />
      </Card>
      <Card>
        <FollowUpField form={form} customer={isNew ? customer : undefined} />
      </Card>
      {isNew && (
        <Card>
          <QuestionsField form={form} customer={customer} />
        </Card>
      )}
      <Card>
        <NextStepField form={form} calendar={calendar} />
      </Card>
    </div>
  )
}

const noProblem = '无'

function Card({ half = false, children }: { half?: boolean; children: ReactNode }) {
  return (
    <div className={styles.card} data-half={half}>
      {children}
    </div>
  )
}
