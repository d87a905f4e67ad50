import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { accountStatuses, accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { FormField } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import type { CustomerFields } from './customer-inputs.ts'
import styles from './StatusChoice.module.css'

/** 客户状态 in one touch; the arrow keys move within the group. */
export function StatusChoice<V extends CustomerFields>({ form }: { form: ProblemForm<V> }) {
  // The status of V is a string like that of CustomerFields.
  const plain = form as unknown as ProblemForm<CustomerFields>
  return (
    <FormField form={plain} name="status" label={requiredCustomerFields.status} required>
      {(control) => (
        <fieldset
          id={control.id}
          className={styles.choices}
          tabIndex={-1}
          aria-label={requiredCustomerFields.status}
          aria-describedby={control['aria-describedby']}
        >
          {accountStatuses.map((status) => (
            <label key={status} data-chosen={control.value === status}>
              <input
                type="radio"
                name={control.id}
                className="visually-hidden"
                checked={control.value === status}
                onChange={() => plain.set('status', status)}
              />
              {accountStatusLabel[status]}
            </label>
          ))}
        </fieldset>
      )}
    </FormField>
  )
}
