import { useQueryClient } from '@tanstack/react-query'
import { type AbsenceRecord, absenceKindLabel } from '@zhuowei/contract/attendance.ts'
import { Button, Input } from 'antd'
import { client } from '../app/client.ts'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './AbsenceRecord.module.css'
import { changedByAbsence } from './changed.ts'

/** 撤销, with its consequence before the button is pressed. */
export function CancelAbsence({ absence, onClose }: { absence: AbsenceRecord; onClose: () => void }) {
  const queryClient = useQueryClient()
  const say = useUndo()
  const { id, version, person } = absence
  const kind = absenceKindLabel[absence.kind]
  const reload = () => changedByAbsence(queryClient)
  const form = useProblemForm({
    initial: { reason: '' },
    send: ({ reason }, idempotencyKey) =>
      client.absences.cancel({ params: { id }, body: { version, reason }, idempotencyKey }),
    onDone: () => {
      reload()
      say({ text: `撤销了${person.name}的${kind}` })
      onClose()
    },
  })
  const isStale = form.problem?.code === 'version_conflict'
  return (
    <form
      className={styles.cancel}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <h3>撤销这次{kind}</h3>
      <p>未截止的日报恢复应填，已截止的结论不变。{person.name}会收到通知。</p>
      <FormField form={form} name="reason" label="撤销原因" required>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={500}
            onChange={(event) => form.set('reason', event.target.value)}
          />
        )}
      </FormField>
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
        <Button type="primary" danger htmlType="submit" loading={form.submitting}>
          撤销{kind}
        </Button>
        <Button onClick={onClose}>不撤销</Button>
      </div>
    </form>
  )
}
