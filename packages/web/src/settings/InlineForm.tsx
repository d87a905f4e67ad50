import { Button } from 'antd'
import type { ReactNode } from 'react'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import styles from './OrganisationPage.module.css'

interface InlineFormProps<V extends object> {
  form: ProblemForm<V>
  label: string
  onClose: () => void
  /** What takes the place of the refusal when somebody else saved meanwhile. */
  conflict?: ReactNode
  children: ReactNode
}

/** A few fields in the place of what they change. */
export function InlineForm<V extends object>({
  form,
  label,
  onClose,
  conflict,
  children,
}: InlineFormProps<V>) {
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {children}
      {conflict || (form.refusal !== null && <RefusalBox error={form.refusal} />)}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          {label}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  )
}
