import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import styles from './AbsenceRecord.module.css'

interface ReasonFormProps {
  form: ProblemForm<{ reason: string }>
  label: string
  prompt?: string
  verb: string
  back: string
  onBack: () => void
  /** What leads on when the server refuses. */
  ways?: ReactNode
  /** What stands above the reason. */
  children?: ReactNode
}

/** An act on somebody's leave or trip that needs a reason. */
export function ReasonForm({ form, label, prompt, verb, back, onBack, ways, children }: ReasonFormProps) {
  return (
    <form
      className={styles.cancel}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {children}
      <FormField form={form} name="reason" label={label} prompt={prompt} required>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={500}
            onChange={(event) => form.set('reason', event.target.value)}
          />
        )}
      </FormField>
      {form.refusal !== null && <RefusalBox error={form.refusal} ways={ways} />}
      <div className={styles.buttons}>
        <Button type="primary" danger htmlType="submit" loading={form.submitting}>
          {verb}
        </Button>
        <Button onClick={onBack}>{back}</Button>
      </div>
    </form>
  )
}
