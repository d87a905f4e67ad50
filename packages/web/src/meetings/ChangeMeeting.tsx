import { useQueryClient } from '@tanstack/react-query'
import type { MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { Input } from 'antd'
import { client } from '../app/client.ts'
import { useNow } from '../ui/clock.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { type ProblemForm, useProblemForm } from '../ui/useProblemForm.ts'
import { changedByMeeting } from './changed.ts'
import { instantOf, TimeInputs } from './TimeInputs.tsx'

interface ChangeProps {
  meeting: MeetingRecord
  onClose: () => void
}

const stale = '刚有人改过这次会议，请关上再看。'

/** 改期: everybody invited is told, with the new time. */
export function MoveMeeting({ meeting, onClose }: ChangeProps) {
  const { id, version, startsAt, place } = meeting
  const done = useDone(onClose)
  const today = shanghaiDate(useNow())
  const at = new Date(startsAt)
  const form = useProblemForm({
    initial: { date: shanghaiDate(at), time: shanghaiTime(at), place: place ?? '', reason: '' },
    extraFields: ['startsAt'],
    send: (values, idempotencyKey) =>
      client.meetings.reschedule({
        params: { id },
        body: { version, startsAt: instantOf(values), place: values.place, reason: values.reason },
        idempotencyKey,
      }),
    onDone: done,
  })
  return (
    <FormDialog title={`改期：${meeting.title}`} form={form} verb="改期" stale={stale} onClose={onClose}>
      <TimeInputs form={form} min={today} />
      <FormField form={form} name="place" label="地点" prompt="可不填">
        {({ status, ...control }) => (
          <Input
            {...control}
            status={status}
            maxLength={100}
            onChange={({ target }) => form.set('place', target.value)}
          />
        )}
      </FormField>
      <ReasonField form={form} label="改期的原因" />
    </FormDialog>
  )
}

export function CancelMeeting({ meeting, onClose }: ChangeProps) {
  const { id, version } = meeting
  const done = useDone(onClose)
  const form = useProblemForm({
    initial: { reason: '' },
    send: ({ reason }, idempotencyKey) =>
      client.meetings.cancel({ params: { id }, body: { version, reason }, idempotencyKey }),
    onDone: done,
  })
  return (
    <FormDialog title={`取消：${meeting.title}`} form={form} verb="取消会议" stale={stale} onClose={onClose}>
      <ReasonField form={form} label="取消的原因" />
    </FormDialog>
  )
}

export function ReopenMinutes({ meeting, onClose }: ChangeProps) {
  const { id, version } = meeting
  const done = useDone(onClose)
  const form = useProblemForm({
    initial: { reason: '' },
    send: ({ reason }, idempotencyKey) =>
      client.minutes.reopen({ params: { id }, body: { version, reason }, idempotencyKey }),
    onDone: done,
  })
  return (
    <FormDialog title="收回纪要再改" form={form} verb="收回" stale={stale} onClose={onClose}>
      <p>再次发布以后，没有到会的人要重新确认。</p>
      <ReasonField form={form} label="收回的原因" />
    </FormDialog>
  )
}

function ReasonField<V extends { reason: string }>({ form, label }: { form: ProblemForm<V>; label: string }) {
  const { status, ...control } = form.control('reason')
  const setReason = (reason: string) => form.change((before) => ({ ...before, reason }))
  return (
    <FormField form={form} name="reason" label={label} required>
      {() => (
        <Input.TextArea
          {...control}
          value={form.values.reason}
          status={status}
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={200}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
    </FormField>
  )
}

function useDone(onClose: () => void) {
  const queryClient = useQueryClient()
  return () => {
    for (const module of changedByMeeting) void queryClient.invalidateQueries({ queryKey: [module] })
    onClose()
  }
}
