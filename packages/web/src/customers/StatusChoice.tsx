import {
  accountSourceLabel,
  accountSources,
  accountStatuses,
  accountStatusLabel,
} from '@zhuowei/domain/customers/account.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { FormField } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { type CustomerFields, fieldLabels } from './customer-inputs.ts'
import styles from './StatusChoice.module.css'

interface ChoiceProps<V extends CustomerFields> {
  form: ProblemForm<V>
}

/** 客户状态 in one touch. */
export function StatusChoice<V extends CustomerFields>({ form }: ChoiceProps<V>) {
  return <CodeChoice form={form} name="status" codes={accountStatuses} labels={accountStatusLabel} required />
}

/** 六.2.3)① tells calls from first visits, so that the answer is in sight before it is saved. */
export function SourceChoice<V extends CustomerFields>({ form }: ChoiceProps<V>) {
  const codes = accountSources.filter((source) => source !== 'import')
  return <CodeChoice form={form} name="source" codes={codes} labels={accountSourceLabel} clause="六.2.3)①" />
}

interface CodeChoiceProps<V extends CustomerFields> extends ChoiceProps<V> {
  name: 'status' | 'source'
  codes: readonly string[]
  labels: Readonly<Record<string, string>>
  required?: boolean
  clause?: Parameters<typeof ClauseChip>[0]['clause']
}

/** The arrow keys move within the group. */
function CodeChoice<V extends CustomerFields>(props: CodeChoiceProps<V>) {
  const { form, name, codes, labels, required = false, clause } = props
  // The codes of V are strings like those of CustomerFields.
  const plain = form as unknown as ProblemForm<CustomerFields>
  return (
    <FormField
      form={plain}
      name={name}
      label={fieldLabels[name]}
      required={required}
      prompt={clause && <ClauseChip clause={clause} />}
    >
      {(control) => (
        <fieldset
          id={control.id}
          className={styles.choices}
          tabIndex={-1}
          aria-label={fieldLabels[name]}
          aria-describedby={control['aria-describedby']}
        >
          {codes.map((code) => (
            <label key={code} data-chosen={control.value === code}>
              <input
                type="radio"
                name={control.id}
                className="visually-hidden"
                checked={control.value === code}
                onChange={() => plain.set(name, code)}
              />
              {labels[code]}
            </label>
          ))}
        </fieldset>
      )}
    </FormField>
  )
}
