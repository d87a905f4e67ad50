import type { SupportRequest } from '@zhuowei/contract/meeting-shapes.ts'
import { Button, Input } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useDraft } from '../ui/useDraft.ts'
import { changedByMeeting } from './changed.ts'
import styles from './meetings.module.css'

/** 四.1.1)③ granted or refused with words, in the queue as in the meeting. */
export function AnswerRequest({ request }: { request: SupportRequest }) {
  const { person } = useSession()
  const say = useUndo()
  const draft = useDraft({ owner: person.id, key: `support-${request.id}` }, { reply: '' })
  const { reply } = draft.value
  const answer = useCommand(
    (grant: boolean) =>
      client.supportRequests.decide({
        params: { id: request.id },
        body: { version: request.version, grant, reply },
      }),
    {
      changes: changedByMeeting,
      onDone: (_, grant) => {
        draft.clear({ reply: '' })
        say({ text: `已${grant ? '同意' : '答复不同意'}，${request.person.name}会收到` })
      },
    },
  )
  const missing = reply.trim() === '' ? '先写答复' : undefined
  return (
    <div className={styles.answer}>
      <Input.TextArea
        aria-label={`答复${request.person.name}`}
        placeholder="怎么支持，或为什么不行"
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={500}
        value={reply}
        onChange={({ target }) => draft.setValue(() => ({ reply: target.value }))}
      />
      {answer.error && <RefusalBox error={answer.error} />}
      <div>
        <Button
          color="primary"
          variant="filled"
          disabled={missing !== undefined}
          title={missing}
          loading={answer.isPending && answer.variables}
          onClick={() => answer.mutate(true)}
        >
          同意
        </Button>
        <Button
          disabled={missing !== undefined}
          title={missing}
          loading={answer.isPending && !answer.variables}
          onClick={() => answer.mutate(false)}
        >
          不同意
        </Button>
      </div>
    </div>
  )
}
