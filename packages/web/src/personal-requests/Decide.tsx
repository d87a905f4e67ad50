import { useQueryClient } from '@tanstack/react-query'
import type { PersonalRequest } from '@zhuowei/contract/personal-requests.ts'
import { Button, Input } from 'antd'
import { client } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { FormField } from '../ui/FormField.tsx'
import { Segments } from '../ui/Segments.tsx'
import { StepRefusal } from '../ui/StepRefusal.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './requests.module.css'
import { changedByRequest } from './words.tsx'

const verbs: Record<PersonalRequest['kind'], string> = {
  copy: '已提供，办结',
  correct: '已更正，办结',
  withdraw: '清除画像，办结',
  erase: '同意删除，交管理员',
}

/** Answered, or refused with the reason that the person is told. */
export function Decide({ request }: { request: PersonalRequest }) {
  const { id, version, kind, number } = request
  const queryClient = useQueryClient()
  const { person } = useSession()
  const say = useUndo()
  const reload = () => {
    reloadModules(queryClient, changedByRequest)
  }
  const form = useProblemForm({
    initial: { decision: 'agree', answer: '' },
    draft: { owner: person.id, key: `personal-request-${id}` },
    send: ({ decision, answer }, idempotencyKey) =>
      client.personalRequests.decide({
        params: { id },
        body: { version, agree: decision === 'agree', answer },
        idempotencyKey,
      }),
    onDone: () => {
      reload()
      say({ text: `${number} 已处理` })
    },
  })
  const agrees = form.values.decision === 'agree'
  return (
    <form
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <FormField form={form} name="decision" label="处理">
        {({ value }) => (
          <div>
            <Segments
              label="处理"
              value={value}
              onChange={(next) => form.set('decision', next)}
              options={[
                { value: 'agree', label: '照办' },
                { value: 'refuse', label: '拒绝' },
              ]}
            />
          </div>
        )}
      </FormField>
      <FormField
        form={form}
        name="answer"
        label={agrees ? '怎样答复本人' : '拒绝的理由'}
        prompt={agrees ? '什么时候、用什么方式' : '要告诉本人的'}
        required
      >
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            onChange={({ target }) => form.set('answer', target.value)}
          />
        )}
      </FormField>
      <StepRefusal error={form.refusal} reload={reload} />
      <div className={styles.buttons}>
        <Button type="primary" danger={!agrees} htmlType="submit" loading={form.submitting}>
          {agrees ? verbs[kind] : '拒绝'}
        </Button>
      </div>
    </form>
  )
}
