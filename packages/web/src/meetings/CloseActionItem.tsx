import { useQueryClient } from '@tanstack/react-query'
import type { ActionItem } from '@zhuowei/contract/meeting-shapes.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { changedByMeeting } from './changed.ts'

/** 完成 by its owner or who keeps the minutes; 取消 by the latter, with a reason. */
export function CloseActionItem({ item }: { item: ActionItem }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" color="primary" variant="filled" onClick={() => setOpen(true)}>
        了结
      </Button>
      {open && <Closing item={item} onClose={() => setOpen(false)} />}
    </>
  )
}

function Closing({ item, onClose }: { item: ActionItem; onClose: () => void }) {
  const queryClient = useQueryClient()
  const say = useUndo()
  const form = useProblemForm({
    initial: { outcome: 'done' as 'done' | 'cancelled', note: '' },
    send: ({ outcome, note }, idempotencyKey) =>
      client.actionItems.close({
        params: { id: item.id },
        body: { version: item.version, outcome, note },
        idempotencyKey,
      }),
    onDone: ({ state }) => {
      for (const module of changedByMeeting) void queryClient.invalidateQueries({ queryKey: [module] })
      say({ text: state === 'done' ? '遗留问题已完成' : '遗留问题已取消' })
      onClose()
    },
  })
  const cancels = form.values.outcome === 'cancelled'
  return (
    <FormDialog
      title="了结遗留问题"
      form={form}
      verb={cancels ? '取消这项' : '完成'}
      missing={cancels && form.values.note.trim() === '' ? '先写取消的原因' : undefined}
      stale="刚有人改过这项遗留问题，请关上再看。"
      onClose={onClose}
    >
      <p>{item.body}</p>
      {item.can.cancel && (
        <Segments
          label="结果"
          value={form.values.outcome}
          onChange={(outcome) => form.set('outcome', outcome)}
          options={[
            { value: 'done', label: '完成' },
            { value: 'cancelled', label: '取消' },
          ]}
        />
      )}
      <FormField
        form={form}
        name="note"
        label={cancels ? '取消的原因' : '说明'}
        required={cancels}
        prompt={cancels ? '' : '可不填'}
      >
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            onChange={({ target }) => form.set('note', target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
