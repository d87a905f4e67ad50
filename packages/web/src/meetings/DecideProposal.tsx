import { useQueryClient } from '@tanstack/react-query'
import type { MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { changedByMeeting } from './changed.ts'

/** 四.2 the manager holds what somebody proposed, or says why not. */
export function DecideProposal({ meeting }: { meeting: MeetingRecord }) {
  const [declining, setDeclining] = useState(false)
  const { id, version } = meeting
  const accept = useCommand(
    () => client.meetings.decideProposal({ params: { id }, body: { version, accept: true } }),
    { changes: changedByMeeting },
  )
  return (
    <>
      <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
        召开
      </Button>
      <Button onClick={() => setDeclining(true)}>不召开</Button>
      {accept.error && <RefusalBox error={accept.error} />}
      {declining && <Decline meeting={meeting} onClose={() => setDeclining(false)} />}
    </>
  )
}

function Decline({ meeting, onClose }: { meeting: MeetingRecord; onClose: () => void }) {
  const queryClient = useQueryClient()
  const { id, version } = meeting
  const form = useProblemForm({
    initial: { reason: '' },
    send: ({ reason }, idempotencyKey) =>
      client.meetings.decideProposal({
        params: { id },
        body: { version, accept: false, reason },
        idempotencyKey,
      }),
    onDone: () => {
      for (const module of changedByMeeting) void queryClient.invalidateQueries({ queryKey: [module] })
      onClose()
    },
  })
  return (
    <FormDialog title={`不召开：${meeting.title}`} form={form} verb="不召开" onClose={onClose}>
      <FormField form={form} name="reason" label="原因" required>
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
            onChange={({ target }) => form.set('reason', target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
