import type { ReactNode } from 'react'
import { FormField } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import styles from './ChoiceField.module.css'

interface ChoiceFieldProps<V extends object> {
  form: ProblemForm<V>
  name: keyof V & string
  label: string
  required?: boolean
  prompt?: ReactNode
  children: ReactNode
}

/** A field that is answered with chips: it takes the focus as a whole when something is wrong with it. */
export function ChoiceField<V extends object>({ form, name, label, children, ...rest }: ChoiceFieldProps<V>) {
  return (
    <FormField form={form} name={name} label={label} {...rest}>
      {(control) => (
        <fieldset
          id={control.id}
          className={styles.choices}
          aria-label={label}
          aria-describedby={control['aria-describedby']}
          data-invalid={control['aria-invalid']}
          tabIndex={-1}
        >
          {children}
        </fieldset>
      )}
    </FormField>
  )
}
