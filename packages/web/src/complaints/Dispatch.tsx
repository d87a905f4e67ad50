import { useQueryClient } from '@tanstack/react-query'
import type { ComplaintRecord } from '@zhuowei/contract/complaints.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { FormField } from '../ui/FormField.tsx'
import { StepRefusal } from '../ui/StepRefusal.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { changedByComplaint } from './changed.ts'
import styles from './complaints.module.css'

/** 派单: a name, and a second press that says whose it becomes, because he is told at once; later the same gives it to somebody else. */
export function Dispatch({ complaint }: { complaint: ComplaintRecord }) {
  const [again, setAgain] = useState(false)
  const { assignee } = complaint
  if (assignee && !again)
    return (
      <div>
        <Button onClick={() => setAgain(true)}>改派</Button>
      </div>
    )
  return <DispatchForm complaint={complaint} onClose={assignee ? () => setAgain(false) : undefined} />
}

interface DispatchFormProps {
  complaint: ComplaintRecord
  /** Absent while it is with nobody: then there is nothing to go back to. */
  onClose: (() => void) | undefined
}

function DispatchForm({ complaint, onClose }: DispatchFormProps) {
  const { id, version, number, assignee, assignable, targetPerson } = complaint
  const { person } = useSession()
  const queryClient = useQueryClient()
  const say = useUndo()
  const reload = () => reloadModules(queryClient, changedByComplaint)
  const form = useProblemForm({
    initial: { assigneeId: '', note: '' },
    send: ({ assigneeId, note }, idempotencyKey) =>
      client.complaints.dispatch({ params: { id }, body: { version, assigneeId, note }, idempotencyKey }),
    onDone: (done) => {
      onClose?.()
      reload()
      say({
        text:
          done.assignee?.id === person.id
            ? `${number} 由您自己处理`
            : `${number} 派给了${done.assignee?.name}，已通知`,
      })
    },
  })
  const own = assignable.filter((one) => one.id === person.id)
  const others = assignable.filter((one) => one.id !== person.id)
  const options = [...own, ...others]
    .filter((one) => one.id !== assignee?.id)
    .map((one) => ({
      value: one.id,
      label: one.id === person.id ? '我自己处理' : one.name,
      ...(one.id === targetPerson?.id && { note: '（被投诉人）' }),
    }))
  const { assigneeId } = form.values
  const chosen = options.find(({ value }) => value === assigneeId)
  return (
    <form
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <FormField form={form} name="assigneeId" label={assignee ? '改派给' : '派给谁'} required>
        {({ id: field, value }) => (
          <ChoiceChips
            id={field}
            label="派给谁"
            options={options}
            value={value}
            onChange={(next) => form.set('assigneeId', next)}
          />
        )}
      </FormField>
      {chosen && assigneeId !== person.id && (
        <FormField form={form} name="note" label="交代" prompt="可以不写，和派单一起记下">
          {({ status, ...control }) => (
            <Input.TextArea
              {...control}
              status={status}
              autoSize={{ minRows: 1, maxRows: 4 }}
              maxLength={500}
              onChange={({ target }) => form.set('note', target.value)}
            />
          )}
        </FormField>
      )}
      <StepRefusal
        error={form.refusal}
        reload={() => {
          onClose?.()
          reload()
        }}
      />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" disabled={!chosen} loading={form.submitting}>
          {!chosen ? '先选一个人' : assigneeId === person.id ? '由我处理' : `派给${chosen.label}`}
        </Button>
        {onClose && <Button onClick={onClose}>不改了</Button>}
      </div>
    </form>
  )
}
