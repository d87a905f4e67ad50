import { useQuery } from '@tanstack/react-query'
import type { MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import type { MinutesLine } from '@zhuowei/contract/minutes.ts'
import { Button, Input } from 'antd'
import { Fragment } from 'react'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { isComposing } from '../ui/ime.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useDraft } from '../ui/useDraft.ts'
import { MinutesLineEditor } from './MinutesLineEditor.tsx'
import styles from './meetings.module.css'

interface MinutesEditorProps {
  meeting: MeetingRecord
  /** The part of the agenda that is talked about: new lines belong to it. */
  agendaItemId?: string | null
}

/** 纪要, line by line, as several people write them at once; who may only read, reads. */
export function MinutesEditor({ meeting, agendaItemId = null }: MinutesEditorProps) {
  const { data, error, refetch } = useQuery(read('minutes', 'get', { params: { id: meeting.id } }))
  if (!data && error) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={3} />
  const { lines, can } = data
  if (!can.write) return <MinutesText meeting={meeting} lines={lines} />
  return (
    <>
      {lines.map((line, index) => (
        <Fragment key={line.id}>
          <AboutLine meeting={meeting} line={line} before={lines[index - 1]} />
          <MinutesLineEditor
            meetingId={meeting.id}
            line={line}
            rival={lines.find(({ id }) => id === line.conflictOf)}
          />
        </Fragment>
      ))}
      <NewLine meetingId={meeting.id} agendaItemId={agendaItemId} isFirst={lines.length === 0} />
    </>
  )
}

/** The minutes as they are read: by what they were about. */
export function MinutesText({ meeting, lines }: { meeting: MeetingRecord; lines: readonly MinutesLine[] }) {
  const written = lines.filter(({ body }) => body !== '')
  if (written.length === 0) return <p className={styles.about}>还没有纪要。</p>
  const groups: { about: string | null; lines: MinutesLine[] }[] = []
  for (const line of written) {
    const last = groups.at(-1)
    if (last && last.lines[0]?.agendaItemId === line.agendaItemId) last.lines.push(line)
    else groups.push({ about: aboutOf(meeting, line), lines: [line] })
  }
  return (
    <>
      {groups.map((group) => (
        <div key={group.lines[0]?.id}>
          {group.about && <p className={styles.about}>{group.about}</p>}
          <ul className={styles.read}>
            {group.lines.map((line) => (
              <li key={line.id}>{line.body}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function AboutLine({
  meeting,
  line,
  before,
}: {
  meeting: MeetingRecord
  line: MinutesLine
  before: MinutesLine | undefined
}) {
  if (before?.agendaItemId === line.agendaItemId) return null
  const about = aboutOf(meeting, line)
  return about ? <p className={styles.about}>{about}</p> : null
}

function aboutOf(meeting: MeetingRecord, { agendaItemId }: MinutesLine): string | null {
  const item = meeting.agenda.find(({ id }) => id !== null && id === agendaItemId)
  return item ? `${item.person.name}：${item.lines[0] ?? ''}` : null
}

interface NewLineProps {
  meetingId: string
  agendaItemId: string | null
  isFirst: boolean
}

/** One sentence, Enter, the next. */
function NewLine({ meetingId, agendaItemId, isFirst }: NewLineProps) {
  const { person } = useSession()
  const draft = useDraft({ owner: person.id, key: `minutes-${meetingId}` }, { body: '' })
  const add = useCommand(
    ({ body, key }: { body: string; key: string }) =>
      client.minutes.addLine({
        params: { id: meetingId },
        body: { body, agendaItemId },
        idempotencyKey: key,
      }),
    {
      changes: ['minutes'],
      // What was typed on while it was sent is the next line.
      onDone: (_, { body: sent }) =>
        draft.setValue(({ body }) => ({
          body: body.startsWith(sent) ? body.slice(sent.length).trimStart() : body,
        })),
    },
  )
  const { body } = draft.value
  const send = () => {
    if (body.trim() && !add.isPending) add.mutate({ body: body.trim(), key: crypto.randomUUID() })
  }
  return (
    <div className={styles.line}>
      <div>
        <Input.TextArea
          id="new-minutes-line"
          aria-label="记一行纪要"
          placeholder={isFirst ? '记一行纪要，回车记下一行' : '下一行'}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={2000}
          value={body}
          onChange={({ target }) => draft.setValue(() => ({ body: target.value }))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
            event.preventDefault()
            send()
          }}
          onBlur={send}
        />
        {add.error && <RefusalBox error={add.error} />}
      </div>
      <Button
        disabled={!body.trim()}
        loading={add.isPending}
        onMouseDown={(event) => event.preventDefault()}
        onClick={send}
      >
        记下
      </Button>
    </div>
  )
}
