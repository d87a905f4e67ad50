import { useQueryClient } from '@tanstack/react-query'
import type { TaskRecord } from '@zhuowei/contract/tasks.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { Button, Input } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { FormField } from '../ui/FormField.tsx'
import { StepRefusal } from '../ui/StepRefusal.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { VoiceKey } from '../ui/VoiceKey.tsx'
import styles from './tasks.module.css'
import { changedByTask } from './words.tsx'

/** 完成情况: of one's own to-do a word at most; of what was assigned the feedback that the superior accepts. */
export function Finish({ task }: { task: TaskRecord }) {
  const { id, version, can, subject } = task
  const queryClient = useQueryClient()
  const { person } = useSession()
  const say = useUndo()
  const reload = () => {
    for (const module of changedByTask) void queryClient.invalidateQueries({ queryKey: [module] })
  }
  const form = useProblemForm({
    initial: { body: '' },
    draft: { owner: person.id, key: `task-result-${id}` },
    send: ({ body }, idempotencyKey) =>
      can.feedback
        ? client.tasks.feedback({ params: { id }, body: { version, body }, idempotencyKey })
        : client.tasks.complete({ params: { id }, body: { version, result: body }, idempotencyKey }),
    onDone: () => {
      reload()
      say({ text: can.feedback ? `已反馈，等${task.assigner?.name ?? '上司'}验收` : `已完成：${subject}` })
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
      <FormField
        form={form}
        name="body"
        label={reportFields.result}
        required={can.feedback}
        extra={
          <VoiceKey
            label={reportFields.result}
            onText={(text) => form.set('body', form.values.body + text)}
          />
        }
      >
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            placeholder={can.feedback ? '做了什么，结果怎样' : '可不填'}
            onChange={({ target }) => form.set('body', target.value)}
          />
        )}
      </FormField>
      <StepRefusal error={form.refusal} reload={reload} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          {can.feedback ? '反馈' : '完成'}
        </Button>
      </div>
    </form>
  )
}
