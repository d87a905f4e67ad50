import { CheckOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import type { TaskRecord } from '@zhuowei/contract/tasks.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StepRefusal } from '../ui/StepRefusal.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './tasks.module.css'
import { changedByTask } from './words.tsx'

/** 验收 with one touch, 退回 with a reason. */
export function Accept({ task }: { task: TaskRecord }) {
  const { id, version, owner } = task
  const [returning, setReturning] = useState(false)
  const say = useUndo()
  const accept = useCommand(() => client.tasks.accept({ params: { id }, body: { version } }), {
    changes: changedByTask,
    onDone: () => say({ text: `已验收，${owner.name}会收到` }),
  })
  if (returning) return <SendBack task={task} onClose={() => setReturning(false)} />
  return (
    <section className={styles.step}>
      {accept.error && <RefusalBox error={accept.error} />}
      <div className={styles.buttons}>
        <Button
          type="primary"
          icon={<CheckOutlined />}
          loading={accept.isPending}
          onClick={() => accept.mutate()}
        >
          验收
        </Button>
        <Button onClick={() => setReturning(true)}>退回</Button>
      </div>
    </section>
  )
}

function SendBack({ task: { id, version, owner }, onClose }: { task: TaskRecord; onClose: () => void }) {
  const queryClient = useQueryClient()
  const { person } = useSession()
  const say = useUndo()
  const reload = () => {
    for (const module of changedByTask) void queryClient.invalidateQueries({ queryKey: [module] })
  }
  const form = useProblemForm({
    initial: { reason: '' },
    draft: { owner: person.id, key: `task-return-${id}` },
    send: ({ reason }, idempotencyKey) =>
      client.tasks.sendBack({ params: { id }, body: { version, reason }, idempotencyKey }),
    onDone: () => {
      reload()
      say({ text: `已退回给${owner.name}` })
    },
  })
  return (
    <form
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <FormField form={form} name="reason" label="退回的理由" required>
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            onChange={({ target }) => form.set('reason', target.value)}
          />
        )}
      </FormField>
      <StepRefusal error={form.refusal} reload={reload} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          退回
        </Button>
        <Button onClick={onClose}>先不退</Button>
      </div>
    </form>
  )
}
