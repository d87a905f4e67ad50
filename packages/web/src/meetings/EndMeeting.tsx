import type { MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import { Button, type ButtonProps } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { draftKey, readDraft } from '../ui/draft.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import { changedByMeeting } from './changed.ts'
import styles from './meetings.module.css'

interface EndMeetingProps {
  meeting: MeetingRecord
  size?: ButtonProps['size']
  type?: ButtonProps['type']
  onDone?: () => void
}

/** 散会 asks once, and says what would be left open by it. */
export function EndMeeting({ meeting, size, type, onDone }: EndMeetingProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size={size} type={type} onClick={() => setOpen(true)}>
        散会
      </Button>
      {open && (
        <Question
          meeting={meeting}
          onClose={() => setOpen(false)}
          {...(onDone !== undefined && { onDone })}
        />
      )}
    </>
  )
}

function Question({
  meeting,
  onClose,
  onDone,
}: Pick<EndMeetingProps, 'meeting' | 'onDone'> & { onClose: () => void }) {
  const { person } = useSession()
  const { id, version } = meeting
  const end = useCommand(() => client.meetings.end({ params: { id }, body: { version } }), {
    changes: changedByMeeting,
    onDone: () => {
      onClose()
      onDone?.()
    },
  })
  const [left] = useState(() => leftOpen(meeting, person.id))
  return (
    <Dialog
      open
      title={`散会：${meeting.title}`}
      okText="散会"
      cancelText="继续开会"
      okButtonProps={{ loading: end.isPending }}
      onOk={() => end.mutate()}
      onCancel={onClose}
    >
      <dl className={styles.left}>
        {left.map(({ title, note, lines }) => (
          <div key={title}>
            <dt>{title}</dt>
            {lines.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
            {note && <dd className={styles.about}>{note}</dd>}
          </div>
        ))}
      </dl>
      <p className={styles.about}>
        {left.length === 0 && '都签到了，支持需求都答复了。'}
        发布纪要以前仍可更正签到、补记纪要；当天点错了可以继续开会。
      </p>
      {end.error && <RefusalBox error={end.error} />}
    </Dialog>
  )
}

interface LeftOpen {
  title: string
  note?: string
  lines: readonly string[]
}

/** What 散会 would leave open: who has not signed in, what is not answered, what was typed here and not sent. */
function leftOpen(meeting: MeetingRecord, personId: string): LeftOpen[] {
  const { id, attendees, agenda } = meeting
  const typed = <V extends object>(key: string, initial: V) =>
    readDraft(localStorage, draftKey(personId, key), initial)?.value ?? initial
  const away = attendees.filter((one) => one.state === 'invited' && one.away === 'leave')
  const missing = attendees.filter((one) => one.state === 'invited' && one.away !== 'leave')
  const requests = agenda.flatMap(({ supportRequest }) => supportRequest ?? [])
  const unsent = [
    ['纪要', typed(`minutes-${id}`, { body: '' }).body],
    ['遗留问题', typed(`action-item-${id}`, { body: '' }).body],
    ['议题', typed(`topic-${id}`, { body: '' }).body],
    ...requests.map(({ id: one, person }) => [
      `答复${person.name}`,
      typed(`support-${one}`, { reply: '' }).reply,
    ]),
  ].filter(([, text]) => text?.trim())
  const named = (people: typeof attendees) => [people.map(({ person }) => person.name).join('、')]
  return [
    {
      title: '写了还没有记下',
      note: '留在本机，散会后在会议页上可以接着记。',
      lines: unsent.map((one) => one.join('：')),
    },
    {
      title: `没有签到 ${missing.length} 人`,
      note: '散会时记为缺席，要确认纪要。',
      lines: missing.length > 0 ? named(missing) : [],
    },
    { title: `请假 ${away.length} 人`, lines: away.length > 0 ? named(away) : [] },
    {
      title: '支持需求还没有答复',
      lines: requests
        .filter(({ state }) => state === 'open')
        .map(({ person, body }) => `${person.name}：${body}`),
    },
  ].filter(({ lines }) => lines.length > 0)
}
