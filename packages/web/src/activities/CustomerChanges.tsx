import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { accountStatuses, accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { Checkbox } from 'antd'
import { Chip, Chips } from '../ui/Chip.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { ContactChanges } from './ContactChanges.tsx'
import styles from './CustomerChanges.module.css'
import { GradeChoice } from './GradeChoice.tsx'
import { LongText } from './LongText.tsx'
import { customerUpdateOf, type VisitDraft } from './visit-draft.ts'

interface CustomerChangesProps {
  form: ProblemForm<VisitDraft>
  customer: Customer
  /** With the visit the update may be put off; by itself it is what the person came for. */
  mayWait?: boolean
}

/** Status, grade and people of the customer, saved in the same step as the visit. */
export function CustomerChanges({ form, customer, mayWait = false }: CustomerChangesProps) {
  const { status, grade, recordIsCurrent } = form.values
  const isUntouched =
    (status ?? customer.status) === customer.status && (grade ?? customer.grade) === customer.grade
  const isPutOff = customerUpdateOf(form.values, customer) === undefined
  return (
    <div className={styles.changes}>
      <ChoiceField
        form={form}
        name="status"
        label={requiredCustomerFields.status}
        prompt={changed(accountStatusLabel[customer.status], status && accountStatusLabel[status])}
      >
        <Chips>
          {accountStatuses.map((one) => (
            <Chip
              key={one}
              chosen={one === (status ?? customer.status)}
              onToggle={() => form.set('status', one)}
            >
              {accountStatusLabel[one]}
            </Chip>
          ))}
        </Chips>
      </ChoiceField>
      <ChoiceField form={form} name="grade" label="客户等级" prompt={changed(customer.grade, grade)}>
        <GradeChoice
          value={grade ?? customer.grade}
          customer={customer}
          onChange={(next) => form.set('grade', next)}
        />
      </ChoiceField>
      {grade !== null && grade !== customer.grade && (
        <LongText
          form={form}
          name="gradeReason"
          label="等级变化的理由"
          required
          prompt="写入工作汇报"
          maxLength={500}
          rows={1}
        />
      )}
      {grade === 'A' && customer.grade !== 'A' && customer.resources === null && (
        <LongText
          form={form}
          name="resources"
          label="资源说明"
          required
          prompt="公司或者个人有哪些资源可以辅助市场开拓"
          maxLength={500}
          rows={1}
        />
      )}
      <ContactChanges form={form} customer={customer} />
      {isUntouched && (
        <Checkbox
          checked={recordIsCurrent}
          onChange={({ target }) => form.set('recordIsCurrent', target.checked)}
        >
          核对过，客户资料不用改
        </Checkbox>
      )}
      {mayWait && isPutOff && (
        <p className={styles.later}>先不改也能保存；这次拜访会标“待更新资料”，请在 1 个工作日内补上。</p>
      )}
    </div>
  )
}

function changed(from: string, to: string | null): string | undefined {
  return to !== null && to !== from ? `${from} → ${to}` : undefined
}
