import { useQueryClient } from '@tanstack/react-query'
import type { ComplaintRecord } from '@zhuowei/contract/complaints.ts'
import { Button, Checkbox, Input } from 'antd'
import { client } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { FormField } from '../ui/FormField.tsx'
import { StepRefusal } from '../ui/StepRefusal.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { VoiceKey } from '../ui/VoiceKey.tsx'
import { changedByComplaint } from './changed.ts'
import styles from './complaints.module.css'

/** What was done, once or several times; with the tick it goes back to the manager for the callback. */
export function Handle({ complaint }: { complaint: ComplaintRecord }) {
  const { id, version, number } = complaint
  const queryClient = useQueryClient()
  const { person } = useSession()
  const say = useUndo()
  const reload = () => {
    reloadModules(queryClient, changedByComplaint)
  }
  const form = useProblemForm({
    initial: { body: '', solved: false },
    draft: { owner: person.id, key: `complaint-handling-${id}` },
    send: ({ body, solved }, idempotencyKey) =>
      client.complaints[solved ? 'resolve' : 'handle']({
        params: { id },
        body: { version, body },
        idempotencyKey,
      }),
    onDone: (_, { solved }) => {
      reload()
      say({ text: solved ? `${number} 已解决，待回访` : `${number} 记下了处理情况` })
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
        label={form.values.solved ? '解决结果' : '处理情况'}
        required
        extra={<VoiceKey label="处理情况" onText={(text) => form.set('body', form.values.body + text)} />}
      >
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            onChange={({ target }) => form.set('body', target.value)}
          />
        )}
      </FormField>
      <Checkbox checked={form.values.solved} onChange={({ target }) => form.set('solved', target.checked)}>
        已解决，请{complaint.forGm ? '总经理' : '经理'}回访
      </Checkbox>
      <StepRefusal error={form.refusal} reload={reload} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          {form.values.solved ? '提交解决结果' : '记下处理'}
        </Button>
      </div>
    </form>
  )
}
