import { useQueryClient } from '@tanstack/react-query'
import type { AbsenceRecord } from '@zhuowei/contract/attendance.ts'
import { absenceKindLabel } from '@zhuowei/domain/attendance/absence.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { changedByAbsence } from './changed.ts'
import { ReasonForm } from './ReasonForm.tsx'

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
    <ReasonForm
      form={form}
      label="撤销原因"
      verb={`撤销${kind}`}
      back="不撤销"
      onBack={onClose}
      ways={
        isStale && (
          <Button type="link" size="small" onClick={reload}>
            看最新的
          </Button>
        )
      }
    >
      <h3>撤销这次{kind}</h3>
      <p>未截止的日报恢复应填，已截止的结论不变。{person.name}会收到通知。</p>
    </ReasonForm>
  )
}
