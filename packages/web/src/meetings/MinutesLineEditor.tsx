import { CloseOutlined } from '@ant-design/icons'
import type { MinutesLine } from '@zhuowei/contract/minutes.ts'
import { Button, Input } from 'antd'
import { useEffect } from 'react'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { isComposing } from '../ui/ime.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useDraft } from '../ui/useDraft.ts'
import styles from './meetings.module.css'

const pauseMs = 1200

/** Nothing typed: the line is what the server says. */
const untouched = { text: '', base: 0 }

/** Where a line stands on the page. */
export const lineAnchor = (id: string) => `minutes-line-${id}`

interface MinutesLineEditorProps {
  meetingId: string
  line: MinutesLine
  /** What somebody else wrote there at the same time. */
  rival: MinutesLine | undefined
}

/** One line: what somebody else writes appears while nobody types here; what is typed here is sent after a pause and never lost. */
export function MinutesLineEditor({ meetingId, line, rival }: MinutesLineEditorProps) {
  const { person } = useSession()
  const say = useUndo()
  const params = { id: meetingId, lineId: line.id }
  const draft = useDraft({ owner: person.id, key: `minutes-line-${line.id}` }, untouched)
  const { text, base } = draft.value
  const isTouched = base > 0
  const write = useCommand(
    (sent: { text: string; base: number }) =>
      client.minutes.writeLine({ params, body: { version: sent.base, body: sent.text.trim() } }),
    {
      changes: ['minutes'],
      onDone: ({ kept, line: written }, sent) => {
        if (kept === 'beside') say({ text: '别人同时改了这一行，两行都留下了' })
        if (kept === 'restored') say({ text: '这一行刚被删去，已连同您写的恢复' })
        draft.setValue((now) =>
          now.text === sent.text || kept === 'beside' ? untouched : { ...now, base: written.version },
        )
      },
    },
  )
  const remove = useCommand(
    ({ id, version }: { id: string; version: number }) =>
      client.minutes.removeLine({ params: { id: meetingId, lineId: id }, query: { version } }),
    { changes: ['minutes'] },
  )
  const settle = useCommand(() => client.minutes.settleConflict({ params }), { changes: ['minutes'] })
  const send = () => {
    if (!isTouched || write.isPending) return
    if (text.trim() === line.body) draft.clear(untouched)
    else write.mutate({ text, base })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the pause anew
  useEffect(() => {
    if (!isTouched) return
    const timer = setTimeout(send, pauseMs)
    return () => clearTimeout(timer)
  }, [text, isTouched, write.isPending])
  return (
    <div className={styles.line} id={lineAnchor(line.id)} data-conflict={line.conflictOf !== null}>
      <div>
        <Input.TextArea
          aria-label={`纪要：${line.body.slice(0, 20)}`}
          variant="borderless"
          autoSize={{ minRows: 1, maxRows: 12 }}
          maxLength={2000}
          value={isTouched ? text : line.body}
          onChange={({ target }) =>
            draft.setValue((before) => ({ text: target.value, base: before.base || line.version }))
          }
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
            event.preventDefault()
            send()
            document.getElementById('new-minutes-line')?.focus()
          }}
          onBlur={send}
        />
        {line.conflictOf && (
          <footer>
            <StateTag tone="amber">同时写下</StateTag>
            {rival
              ? `上一行是${rival.updatedBy.name}写的，这一行是${line.updatedBy.name}写的，请选一种：`
              : `${line.updatedBy.name}写的，请看过：`}
            {rival && (
              <Button size="small" loading={remove.isPending} onClick={() => remove.mutate(line)}>
                留{rival.updatedBy.name}的
              </Button>
            )}
            {rival && (
              <Button size="small" loading={remove.isPending} onClick={() => remove.mutate(rival)}>
                留{line.updatedBy.name}的
              </Button>
            )}
            <Button size="small" loading={settle.isPending} onClick={() => settle.mutate()}>
              两行都要
            </Button>
          </footer>
        )}
        {isTouched && <small>{write.isError ? '没有存上，联网后会再存；文字已留在本机' : '正在存'}</small>}
        {remove.error && <RefusalBox error={remove.error} />}
      </div>
      <small>{authors(line, person.id)}</small>
      {!line.conflictOf && (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={`删去这一行：${line.body.slice(0, 20)}`}
          loading={remove.isPending}
          onClick={() => remove.mutate(line)}
        />
      )}
    </div>
  )
}

/** Whose line it is and who changed it, to everybody who did neither or not alone. */
function authors({ writtenBy, updatedBy }: MinutesLine, personId: string): string {
  if (updatedBy.id !== writtenBy.id) return `${writtenBy.name}，${updatedBy.name}改`
  return writtenBy.id === personId ? '' : writtenBy.name
}
