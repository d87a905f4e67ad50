import type { ComplaintRecord } from '@zhuowei/contract/complaints.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { changedByComplaint } from './changed.ts'
import styles from './complaints.module.css'

/** 派单 in one tap on a name; later the same names give it to somebody else. */
export function Dispatch({ complaint }: { complaint: ComplaintRecord }) {
  const { id, version, number, assignee, assignable } = complaint
  const [again, setAgain] = useState(false)
  const say = useUndo()
  const dispatch = useCommand(
    (assigneeId: string) => client.complaints.dispatch({ params: { id }, body: { version, assigneeId } }),
    {
      changes: changedByComplaint,
      onDone: (done) => {
        setAgain(false)
        say({ text: `${number} 派给了${done.assignee?.name}` })
      },
    },
  )
  if (assignee && !again)
    return (
      <div>
        <Button onClick={() => setAgain(true)}>改派</Button>
      </div>
    )
  return (
    <section className={styles.step}>
      <h3>{assignee ? '改派给' : '派给谁'}</h3>
      <div className={styles.chips}>
        {assignable
          .filter((person) => person.id !== assignee?.id)
          .map((person) => (
            <button
              key={person.id}
              type="button"
              disabled={dispatch.isPending}
              onClick={() => dispatch.mutate(person.id)}
            >
              {person.name}
              {person.id === complaint.targetPerson?.id && <small>（被投诉人）</small>}
            </button>
          ))}
      </div>
      <p className={styles.note}>点名字即派单，对方立即收到通知。</p>
      {dispatch.error && <RefusalBox error={dispatch.error} />}
    </section>
  )
}
