import type { MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { changedByMeeting } from './changed.ts'
import styles from './meetings.module.css'

/** 四.2-第三 the hours as they really were, person by person. */
export function TrainingHoursEditor({ meeting }: { meeting: MeetingRecord }) {
  const say = useUndo()
  const [changed, setChanged] = useState<Record<string, number>>({})
  const save = useCommand(
    () =>
      client.meetings.setTraining({
        params: { id: meeting.id },
        body: {
          version: meeting.version,
          people: Object.entries(changed).map(([personId, minutes]) => ({ personId, minutes })),
        },
      }),
    { changes: changedByMeeting, onDone: () => say({ text: '培训学时已核定' }) },
  )
  return (
    <Panel
      flush
      title="培训学时"
      note="分钟"
      extra={
        <Button
          size="small"
          disabled={Object.keys(changed).length === 0}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          核定
        </Button>
      }
    >
      {save.error && <RefusalBox error={save.error} />}
      <ul className={`${styles.rows} ${styles.sheet}`}>
        {meeting.attendees.map(({ person, trainingMinutes }) => (
          <li key={person.id}>
            <strong>{person.name}</strong>
            <InputNumber
              aria-label={`${person.name}的培训分钟数`}
              controls={false}
              min={0}
              max={600}
              value={changed[person.id] ?? trainingMinutes ?? 0}
              onChange={(minutes) => setChanged((before) => ({ ...before, [person.id]: minutes ?? 0 }))}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
