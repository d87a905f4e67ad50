import { useQueryClient } from '@tanstack/react-query'
import type { ComplaintRecord } from '@zhuowei/contract/complaints.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useCommand } from '../app/useCommand.ts'
import { Chip, Chips } from '../ui/Chip.tsx'
import { StepRefusal } from '../ui/StepRefusal.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { changedByComplaint } from './changed.ts'
import styles from './complaints.module.css'

/** 派单 in one tap on a name; later the same names give it to somebody else. */
export function Dispatch({ complaint }: { complaint: ComplaintRecord }) {
  const { id, version, number, assignee, assignable } = complaint
  const [again, setAgain] = useState(false)
  const say = useUndo()
  const queryClient = useQueryClient()
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
      <Chips>
        {assignable
          .filter((person) => person.id !== assignee?.id)
          .map((person) => (
            <Chip
              key={person.id}
              barred={dispatch.isPending ? '正在派单' : undefined}
              onToggle={() => dispatch.mutate(person.id)}
              note={person.id === complaint.targetPerson?.id && '（被投诉人）'}
            >
              {person.name}
            </Chip>
          ))}
      </Chips>
      <p className={styles.note}>点名字即派单，对方立即收到通知。</p>
      <StepRefusal
        error={dispatch.error}
        reload={() => {
          dispatch.reset()
          reloadModules(queryClient, changedByComplaint)
        }}
      />
    </section>
  )
}
