import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import styles from './OrganisationPage.module.css'

interface InlineFormProps<V extends object> {
  form: ProblemForm<V>
  label: string
  onClose: () => void
  children: ReactNode
}

/** A few fields in the place of what they change. Somebody else's change is loaded, and the choice is made again. */
export function InlineForm<V extends object>({ form, label, onClose, children }: InlineFormProps<V>) {
  const queryClient = useQueryClient()
  const isStale = form.problem?.code === 'version_conflict'
  const reload = () => {
    void queryClient.invalidateQueries({ queryKey: ['organisation'] })
    onClose()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {children}
      {form.refusal !== null && (
        <RefusalBox
          error={form.refusal}
          ways={
            isStale && (
              <Button type="link" size="small" onClick={reload}>
                看最新的
              </Button>
            )
          }
        />
      )}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          {label}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  )
}
