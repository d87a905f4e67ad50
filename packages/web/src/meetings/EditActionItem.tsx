import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ActionItem } from '@zhuowei/contract/meeting-shapes.ts'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { changedByMeeting } from './changed.ts'

/** Another owner, another date, better words. */
export function EditActionItem({ item }: { item: ActionItem }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        修改
      </Button>
      {open && <Editing item={item} onClose={() => setOpen(false)} />}
    </>
  )
}

function Editing({ item, onClose }: { item: ActionItem; onClose: () => void }) {
  const queryClient = useQueryClient()
  const meeting = useQuery(read('meetings', 'get', { params: { id: item.meeting.id } }))
  const form = useProblemForm({
    initial: { body: item.body, ownerId: item.owner.id, dueOn: item.dueOn },
    send: (values, idempotencyKey) =>
      client.actionItems.change({
        params: { id: item.id },
        body: { version: item.version, ...values },
        idempotencyKey,
      }),
    onDone: () => {
      for (const module of changedByMeeting) void queryClient.invalidateQueries({ queryKey: [module] })
      onClose()
    },
  })
  const owners = meeting.data?.owners ?? [item.owner]
  return (
    <FormDialog
      title="修改遗留问题"
      form={form}
      verb="保存"
      stale="刚有人改过这项遗留问题，请关上再看。"
      onClose={onClose}
    >
      <FormField form={form} name="body" label="遗留问题" required>
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            onChange={({ target }) => form.set('body', target.value)}
          />
        )}
      </FormField>
      <FormField form={form} name="ownerId" label="负责人" required>
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            options={owners.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(ownerId) => form.set('ownerId', ownerId)}
          />
        )}
      </FormField>
      <FormField form={form} name="dueOn" label="期限" required>
        {(control) => <DateField {...control} onChange={(dueOn) => form.set('dueOn', dueOn)} />}
      </FormField>
    </FormDialog>
  )
}
