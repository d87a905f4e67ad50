import { useQueryClient } from '@tanstack/react-query'
import type { TaskRecord } from '@zhuowei/contract/tasks.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { TaskInputs } from './TaskInputs.tsx'
import { bodyOf, valuesOf } from './task-values.ts'
import styles from './tasks.module.css'
import { changedByTask } from './words.tsx'

/** The quiet verbs of who keeps the task: change, give up, take up again. */
export function Keep({ task }: { task: TaskRecord }) {
  const { id, version, kind, can } = task
  const [asking, setAsking] = useState<'change' | 'cancel' | null>(null)
  const say = useUndo()
  const reopen = useCommand(() => client.tasks.reopen({ params: { id }, body: { version } }), {
    changes: changedByTask,
    onDone: () => say({ text: '又放回要做的事里' }),
  })
  const close = () => setAsking(null)
  return (
    <section className={styles.step}>
      {reopen.error && <RefusalBox error={reopen.error} />}
      <div className={styles.buttons}>
        {can.change && (
          <Button onClick={() => setAsking('change')}>{kind === 'assigned' ? '修改或转交' : '修改'}</Button>
        )}
        {can.cancel && <Button onClick={() => setAsking('cancel')}>取消任务</Button>}
        {can.reopen && (
          <Button loading={reopen.isPending} onClick={() => reopen.mutate()}>
            还没有完成
          </Button>
        )}
      </div>
      {asking === 'change' && <ChangeTask task={task} onClose={close} />}
      {asking === 'cancel' && <CancelTask task={task} onClose={close} />}
    </section>
  )
}

interface DialogProps {
  task: TaskRecord
  onClose: () => void
}

function ChangeTask({ task, onClose }: DialogProps) {
  const { id, version, kind } = task
  const { person } = useSession()
  const reload = useReload()
  const say = useUndo()
  const form = useProblemForm({
    initial: valuesOf(task),
    draft: { owner: person.id, key: `task-change-${id}` },
    send: (values, idempotencyKey) =>
      client.tasks.change({
        params: { id },
        body: { version, ...bodyOf(values), ownerId: kind === 'assigned' ? values.ownerId : null },
        idempotencyKey,
      }),
    onDone: ({ owner }) => {
      reload()
      onClose()
      say({ text: owner.id === task.owner.id ? '已修改' : `已转给${owner.name}` })
    },
  })
  return (
    <FormDialog title="修改任务" form={form} verb="保存" stale={stale} onClose={onClose}>
      <TaskInputs form={form} assigned={kind === 'assigned'} />
    </FormDialog>
  )
}

function CancelTask({ task, onClose }: DialogProps) {
  const { id, version, kind, owner } = task
  const { person } = useSession()
  const reload = useReload()
  const say = useUndo()
  const form = useProblemForm({
    initial: { reason: '' },
    draft: { owner: person.id, key: `task-cancel-${id}` },
    send: ({ reason }, idempotencyKey) =>
      client.tasks.cancel({ params: { id }, body: { version, reason }, idempotencyKey }),
    onDone: () => {
      reload()
      onClose()
      say({ text: kind === 'assigned' ? `已取消，${owner.name}会收到` : '已取消' })
    },
  })
  return (
    <FormDialog title="取消任务" form={form} verb="取消任务" stale={stale} onClose={onClose}>
      <FormField form={form} name="reason" label="取消的理由" required={kind === 'assigned'}>
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            placeholder={kind === 'assigned' ? '' : '可不填'}
            onChange={({ target }) => form.set('reason', target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}

const stale = '这项任务刚刚有变化，请关闭后看最新的再改。'

function useReload(): () => void {
  const queryClient = useQueryClient()
  return () => {
    for (const module of changedByTask) void queryClient.invalidateQueries({ queryKey: [module] })
  }
}
