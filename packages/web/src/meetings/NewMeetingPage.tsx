import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { addDays, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { MeetingForm } from '@zhuowei/domain/meetings/meeting.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { changedByMeeting } from './changed.ts'
import { MeetingInputs, type MeetingValues } from './MeetingInputs.tsx'
import styles from './meetings.module.css'
import { instantOf } from './TimeInputs.tsx'

/** 四.2: the manager convenes, 综合管理 for him; everybody else proposes with the same form. */
export function NewMeetingPage() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  const say = useUndo()
  const { person, rights } = useSession()
  const today = shanghaiDate(useNow())
  const convenes = rights.includes('meetings.convene')
  const form = useProblemForm({
    initial: blankMeeting(addDays(today, 1)),
    draft: { owner: person.id, key: 'meeting-new' },
    extraFields: ['startsAt', 'clauses', 'customerIds'],
    send: (values, idempotencyKey) => {
      const { attendeeIds, ...body } = bodyOf(values)
      return convenes
        ? client.meetings.convene({ body: { ...body, attendeeIds }, idempotencyKey })
        : client.meetings.propose({ body, idempotencyKey })
    },
    onDone: ({ id, number }) => {
      for (const module of changedByMeeting) void queryClient.invalidateQueries({ queryKey: [module] })
      say({ text: convenes ? `已召集 ${number}，参加的人会收到通知` : `已提议 ${number}，等部门经理决定` })
      void navigate({ to: '/meetings/$meetingId', params: { meetingId: id }, replace: true })
    },
  })
  const onBehalf = convenes && person.role === 'oa'
  return (
    <Page>
      <PageHeader
        title={convenes ? '召集会议' : '提议开会'}
        note={onBehalf ? '代部门经理召集，记录会写明' : convenes ? '' : '由部门经理决定是否召开'}
        onBack={() => router.history.back()}
      />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <Panel>
          <MeetingInputs form={form} invites={convenes} today={today} />
        </Panel>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <SubmitBar
          label={convenes ? '召集' : '提议'}
          submitting={form.submitting}
          onSubmit={form.submit}
          others={<Button onClick={() => router.history.back()}>取消</Button>}
          note={<DraftNote {...form.draft} />}
        />
      </form>
    </Page>
  )
}

const blankMeeting = (date: string): MeetingValues => ({
  ...{ form: 'project' as MeetingForm, title: '', date, time: '14:00', plannedMinutes: 60, place: '' },
  ...{ purpose: '', clauses: [], projectName: '', customers: [], attendeeIds: [] },
})

/** What was filled in for another form stays on the page and is not sent. */
function bodyOf(values: MeetingValues) {
  const { form, title, plannedMinutes, place, purpose, attendeeIds } = values
  return {
    ...{ form, title, plannedMinutes, place, purpose, attendeeIds },
    startsAt: instantOf(values),
    clauses: form === 'policy' ? [...values.clauses] : [],
    projectName: form === 'project' ? values.projectName : '',
    customerIds: form === 'project' ? values.customers.map(({ value }) => value) : [],
  }
}
