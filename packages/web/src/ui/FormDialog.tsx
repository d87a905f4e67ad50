import { Button } from 'antd'
import type { ReactNode } from 'react'
import styles from './FormDialog.module.css'
import { RefusalBox } from './RefusalBox.tsx'
import { Dialog, Sheet } from './Sheet.tsx'
import { usePhone } from './useMedia.ts'
import type { ProblemForm } from './useProblemForm.ts'

interface FormDialogProps<V extends object> {
  title: ReactNode
  form: ProblemForm<V>
  verb: string
  /** What has to be written first; the button says it. */
  missing?: string | undefined
  /** What to do when a colleague was faster; the server's own words when absent. */
  stale?: string
  onClose: () => void
  children: ReactNode
}

/** A short form over the page: a question at the desk, a sheet from below on the phone. */
export function FormDialog<V extends object>(props: FormDialogProps<V>) {
  const { title, form, verb, missing, stale, onClose, children } = props
  const phone = usePhone()
  const body = (
    <div className={styles.body}>
      {children}
      {form.refusal !== null && (
        <RefusalBox
          error={form.refusal}
          reason={form.problem?.code === 'version_conflict' ? stale : undefined}
        />
      )}
    </div>
  )
  const label = missing ?? verb
  if (phone)
    return (
      <Sheet
        open
        onClose={onClose}
        placement="bottom"
        size="auto"
        title={title}
        footer={
          <Button
            type="primary"
            block
            size="large"
            disabled={missing !== undefined}
            loading={form.submitting}
            onClick={form.submit}
          >
            {label}
          </Button>
        }
      >
        {body}
      </Sheet>
    )
  return (
    <Dialog
      open
      title={title}
      okText={label}
      cancelText="取消"
      okButtonProps={{ disabled: missing !== undefined, loading: form.submitting }}
      onOk={form.submit}
      onCancel={onClose}
    >
      {body}
    </Dialog>
  )
}
