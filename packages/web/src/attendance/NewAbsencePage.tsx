import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { AbsenceRecord } from '@zhuowei/contract/attendance.ts'
import type { Problem } from '@zhuowei/contract/shapes.ts'
import { absenceKindLabel } from '@zhuowei/domain/attendance/absence.ts'
import { monthOf } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { AbsenceEffect } from './AbsenceEffect.tsx'
import { AbsenceInputs } from './AbsenceInputs.tsx'
import { type AbsenceValues, blankAbsence, bodyOf, wantedOf } from './absence-values.ts'
import { changedByAbsence } from './changed.ts'
import styles from './NewAbsencePage.module.css'

/** 登记 by the superior: who, what, from when to when and why; beside it what it does to the daily reports. */
export function RegisterAbsencePage() {
  return (
    <AbsenceForm
      title="登记请假或出差"
      note="登记即批准，本人会收到通知"
      own={false}
      send={(values, idempotencyKey) => client.absences.register({ body: bodyOf(values), idempotencyKey })}
    />
  )
}

/** 请假申请单 (三.3-b) and 出差登记 for oneself. */
export function RequestAbsencePage() {
  return (
    <AbsenceForm
      title="申请请假或出差"
      note="请假批准后生效；出差在出发当天或之前登记，立即生效"
      own
      send={(values, idempotencyKey) => client.absences.request({ body: wantedOf(values), idempotencyKey })}
    />
  )
}

interface AbsenceFormProps {
  title: string
  note: string
  own: boolean
  send: (values: AbsenceValues, idempotencyKey: string) => Promise<AbsenceRecord>
}

function AbsenceForm({ title, note, own, send }: AbsenceFormProps) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const say = useUndo()
  const { person, today } = useSession()
  const back = () => void navigate({ to: '/attendance' })
  const form = useProblemForm<AbsenceValues, AbsenceRecord>({
    initial: blankAbsence(today),
    draft: { owner: person.id, key: own ? 'absence-own' : 'absence-new' },
    send,
    onDone: (absence) => {
      changedByAbsence(queryClient)
      const kind = absenceKindLabel[absence.kind]
      say({ text: own ? `${kind}已提交，待批准` : `登记了${absence.person.name}的${kind}` })
      const month = monthOf(absence.from)
      void navigate({
        to: '/attendance',
        search: { month: month === monthOf(today) ? undefined : month, open: absence.id },
      })
    },
  })
  const verb = !own ? '登记' : form.values.kind === 'leave' ? '提交申请' : '登记出差'
  return (
    <Page>
      <PageHeader title={title} note={note} onBack={back} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <Columns aside={360}>
          <Stack>
            <Panel>
              <AbsenceInputs form={form} today={today} own={own} />
            </Panel>
            <OtherRecord problem={form.problem} />
            {form.refusal !== null && <RefusalBox error={form.refusal} />}
          </Stack>
          <AbsenceEffect values={form.values} own={own} />
        </Columns>
        <SubmitBar
          label={verb}
          submitting={form.submitting}
          onSubmit={form.submit}
          others={<Button onClick={back}>取消</Button>}
          note={<DraftNote {...form.draft} />}
        />
      </form>
    </Page>
  )
}

/** An overlap leads to the record that stands in the way. */
function OtherRecord({ problem }: { problem: Problem | null }) {
  const { absenceId, from } = problem?.facts ?? {}
  if (problem?.code !== 'duplicate_record' || typeof absenceId !== 'string' || typeof from !== 'string')
    return null
  return (
    <RefusalBox
      title="这几天已经有一条"
      reason={problem.detail}
      ways={
        <Link to="/attendance" search={{ month: monthOf(from), open: absenceId }}>
          看那一条，可以撤销后重新登记
        </Link>
      }
    />
  )
}
