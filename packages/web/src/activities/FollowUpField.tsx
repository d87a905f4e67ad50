import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Segments } from '../ui/Segments.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { CustomerChanges } from './CustomerChanges.tsx'
import styles from './FollowUpField.module.css'
import type { VisitDraft } from './visit-draft.ts'

interface FollowUpFieldProps {
  form: ProblemForm<VisitDraft>
  /** Absent when an old record is corrected: its customer is updated by itself. */
  customer?: Customer
}

/** 六.2.4): a contact that changes how the customer is followed up changes the customer's record at once. */
export function FollowUpField({ form, customer }: FollowUpFieldProps) {
  const { affectsFollowUp } = form.values
  return (
    <section className={styles.box}>
      <div className={styles.question}>
        <div>
          <p className={styles.title}>
            <strong>影响跟进程度？</strong> <ClauseChip clause="六.2.4)" />
          </p>
          <p className={styles.prompt}>选“是”就地更新状态、等级、联系人</p>
        </div>
        <Segments<'no' | 'yes'>
          label="影响跟进程度"
          value={affectsFollowUp ? 'yes' : 'no'}
          onChange={(answer) => form.set('affectsFollowUp', answer === 'yes')}
          options={[
            { value: 'no', label: '否' },
            { value: 'yes', label: '是' },
          ]}
        />
      </div>
      {affectsFollowUp && customer && <CustomerChanges form={form} customer={customer} mayWait />}
    </section>
  )
}
