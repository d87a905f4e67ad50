import { useQueryClient } from '@tanstack/react-query'
import type { ComplaintRecord } from '@zhuowei/contract/complaints.ts'
import { Button, Input } from 'antd'
import { client } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { FormField } from '../ui/FormField.tsx'
import { Segments } from '../ui/Segments.tsx'
import { StepRefusal } from '../ui/StepRefusal.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { changedByComplaint } from './changed.ts'
import styles from './complaints.module.css'

/** 回访: satisfied closes the complaint, unsatisfied opens it again with a new clock. */
export function CallBack({ complaint }: { complaint: ComplaintRecord }) {
  const { id, version, number } = complaint
  const queryClient = useQueryClient()
  const { person } = useSession()
  const say = useUndo()
  const reload = () => {
    reloadModules(queryClient, changedByComplaint)
  }
  const form = useProblemForm({
    initial: { answer: 'satisfied', body: '' },
    draft: { owner: person.id, key: `complaint-callback-${id}` },
    send: ({ answer, body }, idempotencyKey) =>
      client.complaints.callBack({
        params: { id },
        body: { version, satisfied: answer === 'satisfied', body },
        idempotencyKey,
      }),
    onDone: (_, { answer }) => {
      reload()
      say({ text: answer === 'satisfied' ? `${number} 已关闭` : `${number} 已重开` })
    },
  })
  const isSatisfied = form.values.answer === 'satisfied'
  return (
    <form
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <FormField form={form} name="answer" label="客户满意吗">
        {({ value }) => (
          <div>
            <Segments
              label="客户满意吗"
              value={value}
              onChange={(next) => form.set('answer', next)}
              options={[
                { value: 'satisfied', label: '满意' },
                { value: 'unsatisfied', label: '不满意' },
              ]}
            />
          </div>
        )}
      </FormField>
      <FormField form={form} name="body" label="回访情况" prompt="谁接的，怎么说" required>
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            onChange={({ target }) => form.set('body', target.value)}
          />
        )}
      </FormField>
      <StepRefusal error={form.refusal} reload={reload} />
      <div className={styles.buttons}>
        <Button type="primary" danger={!isSatisfied} htmlType="submit" loading={form.submitting}>
          {isSatisfied ? '满意，关闭投诉' : '不满意，重开投诉'}
        </Button>
      </div>
    </form>
  )
}
