import { useQueryClient } from '@tanstack/react-query'
import type { AbsenceRecord } from '@zhuowei/contract/attendance.ts'
import { absenceKindLabel } from '@zhuowei/domain/attendance/absence.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useApproval } from '../app/useApproval.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './AbsenceRecord.module.css'
import { changedByAbsence } from './changed.ts'
import { ReasonForm } from './ReasonForm.tsx'

/** 批准 in one tap; 不批准 with the reason that the person will read. */
export function DecideAbsence({ absence }: { absence: AbsenceRecord }) {
  const { id, version, person } = absence
  const [refusing, setRefusing] = useState(false)
  const approval = useApproval()
  if (refusing) return <Refuse absence={absence} onClose={() => setRefusing(false)} />
  return (
    <div className={styles.cancel}>
      {approval.error && <RefusalBox error={approval.error} />}
      <div className={styles.buttons}>
        <Button type="primary" loading={approval.isPending} onClick={() => approval.mutate({ id, version })}>
          批准
        </Button>
        <Button onClick={() => setRefusing(true)}>不批准</Button>
      </div>
      <p>{person.name}会收到通知。</p>
    </div>
  )
}

function Refuse({ absence, onClose }: { absence: AbsenceRecord; onClose: () => void }) {
  const queryClient = useQueryClient()
  const say = useUndo()
  const { id, version, person } = absence
  const kind = absenceKindLabel[absence.kind]
  const form = useProblemForm({
    initial: { reason: '' },
    send: ({ reason }, idempotencyKey) =>
      client.absences.decide({ params: { id }, body: { version, approve: false, reason }, idempotencyKey }),
    onDone: () => {
      changedByAbsence(queryClient)
      say({ text: `没有批准${person.name}的${kind}` })
      onClose()
    },
  })
  return (
    <ReasonForm
      form={form}
      label="不批准的原因"
      prompt={`${person.name}会看到`}
      verb="不批准"
      back="返回"
      onBack={onClose}
    />
  )
}

/** The person takes his own request back while it waits. */
export function WithdrawRequest({ absence }: { absence: AbsenceRecord }) {
  const { id, version, kind } = absence
  const say = useUndo()
  const withdraw = useCommand(() => client.absences.withdraw({ params: { id }, body: { version } }), {
    changes: ['absences', 'reports', 'today'],
    onDone: () => say({ text: `撤回了${absenceKindLabel[kind]}申请` }),
  })
  return (
    <div className={styles.cancel}>
      {withdraw.error && <RefusalBox error={withdraw.error} />}
      <div>
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          撤回申请
        </Button>
      </div>
    </div>
  )
}
