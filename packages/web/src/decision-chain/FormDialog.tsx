import { Button } from 'antd'
import type { ReactNode } from 'react'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog, Sheet } from '../ui/Sheet.tsx'
import { usePhone } from '../ui/useMedia.ts'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import styles from './FormDialog.module.css'

interface FormDialogProps<V extends object> {
  title: ReactNode
  form: ProblemForm<V>
  verb: string
  /** What has to be written first; the button says it. */
  missing?: string | undefined
  onClose: () => void
  children: ReactNode
}

/** A short form over the page: a question at the desk, a sheet from below on the phone. */
export function FormDialog<V extends object>(props: FormDialogProps<V>) {
  const { title, form, verb, missing, onClose, children } = props
  const phone = usePhone()
  const isStale = form.problem?.code === 'version_conflict'
  const body = (
    <div className={styles.body}>
      {children}
      {form.refusal !== null && (
        <RefusalBox
          error={form.refusal}
          reason={isStale ? '同事刚改过。关掉再打开就是最新的，您写的内容留在草稿里。' : undefined}
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
