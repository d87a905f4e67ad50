import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { absenceKindLabel } from '@zhuowei/contract/attendance.ts'
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
import { type AbsenceValues, blankAbsence, bodyOf } from './absence-values.ts'
import { changedByAbsence } from './changed.ts'
import styles from './NewAbsencePage.module.css'

/** 登记: who, what, from when to when and why; beside it what it does to the daily reports. */
export function NewAbsencePage() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const say = useUndo()
  const { person, today } = useSession()
  const back = () => void navigate({ to: '/attendance' })
  const form = useProblemForm<AbsenceValues, Awaited<ReturnType<typeof client.absences.register>>>({
    initial: blankAbsence(today),
    draft: { owner: person.id, key: 'absence-new' },
    send: (values, idempotencyKey) => client.absences.register({ body: bodyOf(values), idempotencyKey }),
    onDone: (registered) => {
      changedByAbsence(queryClient)
      say({ text: `登记了${registered.person.name}的${absenceKindLabel[registered.kind]}` })
      const month = monthOf(registered.from)
      void navigate({
        to: '/attendance',
        search: { month: month === monthOf(today) ? undefined : month, open: registered.id },
      })
    },
  })
  return (
    <Page>
      <PageHeader title="登记请假或出差" note="登记即批准，本人会收到通知" onBack={back} />
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
              <AbsenceInputs form={form} />
            </Panel>
            {form.refusal !== null && <RefusalBox error={form.refusal} />}
          </Stack>
          <AbsenceEffect values={form.values} />
        </Columns>
        <SubmitBar
          label="登记"
          submitting={form.submitting}
          onSubmit={form.submit}
          others={<Button onClick={back}>取消</Button>}
          note={<DraftNote {...form.draft} />}
        />
      </form>
    </Page>
  )
}
