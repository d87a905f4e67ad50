import { useQueryClient } from '@tanstack/react-query'
import type { Suggestion } from '@zhuowei/contract/suggestions.ts'
import { Button, Checkbox, Input } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { FormField } from '../ui/FormField.tsx'
import { StepRefusal } from '../ui/StepRefusal.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { VoiceKey } from '../ui/VoiceKey.tsx'
import styles from './suggestions.module.css'
import { changedBySuggestion } from './words.tsx'

/** The manager's words, and with the tick that it is adopted. */
export function ReplyForm({ suggestion, onDone }: { suggestion: Suggestion; onDone: () => void }) {
  const { id, version, author } = suggestion
  const queryClient = useQueryClient()
  const { person } = useSession()
  const say = useUndo()
  const reload = () => {
    for (const module of changedBySuggestion) void queryClient.invalidateQueries({ queryKey: [module] })
  }
  const form = useProblemForm({
    initial: { reply: suggestion.reply ?? '', adopted: suggestion.adopted },
    draft: { owner: person.id, key: `suggestion-reply-${id}` },
    send: (values, idempotencyKey) =>
      client.suggestions.reply({ params: { id }, body: { version, ...values }, idempotencyKey }),
    onDone: () => {
      reload()
      onDone()
      say({ text: `已回复${author.name}` })
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
        name="reply"
        label="回复"
        required
        extra={<VoiceKey label="回复" onText={(text) => form.set('reply', form.values.reply + text)} />}
      >
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            placeholder="打算怎么办，什么时候办"
            onChange={({ target }) => form.set('reply', target.value)}
          />
        )}
      </FormField>
      <Checkbox checked={form.values.adopted} onChange={({ target }) => form.set('adopted', target.checked)}>
        采纳
      </Checkbox>
      <StepRefusal error={form.refusal} reload={reload} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          回复
        </Button>
      </div>
    </form>
  )
}
