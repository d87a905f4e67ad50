import type { ReactNode } from 'react'
import styles from './FormField.module.css'
import type { FieldControl, ProblemForm } from './useProblemForm.ts'

interface FormFieldProps<V extends object, K extends keyof V & string> {
  form: ProblemForm<V>
  name: K
  label: ReactNode
  /** Beside the label in text-3: what to write. */
  prompt?: ReactNode
  required?: boolean
  /** At the right of the label: a VoiceKey, a link to the source. */
  extra?: ReactNode
  /** Below the control, when there is no error. */
  help?: ReactNode
  children: (control: FieldControl<V[K]>) => ReactNode
}

/** Label above, prompt beside it, the error right below the control; wired for screen readers. */
export function FormField<V extends object, K extends keyof V & string>(props: FormFieldProps<V, K>) {
  const { form, name, label, prompt, required = false, extra, help, children } = props
  const control = form.control(name)
  const error = form.errorOf(name)
  return (
    <div className={styles.field} data-invalid={error !== undefined}>
      <div className={styles.head}>
        <label htmlFor={control.id}>
          {required && (
            <span className={styles.required} title="必填">
              *
            </span>
          )}
          {label}
          {required && <span className="visually-hidden">（必填）</span>}
        </label>
        {prompt && <span className={styles.prompt}>{prompt}</span>}
        {extra && <span className={styles.extra}>{extra}</span>}
      </div>
      {children(control)}
      <div id={`${control.id}-error`} className={styles.below} aria-live="polite">
        {error ? <span className={styles.error}>{error}</span> : help}
      </div>
    </div>
  )
}

/** Fields below each other, or in columns of at least 260 px when `columns` is given. */
export function FormFields({ columns = false, children }: { columns?: boolean; children: ReactNode }) {
  return <div className={columns ? styles.columns : styles.fields}>{children}</div>
}
