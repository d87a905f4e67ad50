import { Button } from 'antd'
import { useUndo } from '../ui/UndoBar.tsx'
import { client } from './client.ts'
import { useCommand } from './useCommand.ts'

interface VerbalAnswerProps {
  id: string
  /** What was said, for people who hear the page. */
  title: string
  size: 'small' | 'middle'
}

/** 五.5.2)② the two answers to a verbal report, in 今天, in a notification and in its list; each is one touch. */
export function VerbalAnswer({ id, title, size }: VerbalAnswerProps) {
  const answer = useVerbalAnswer()
  const give = (heard: boolean) => answer.mutate({ id, heard })
  const isGiven = (heard: boolean) => answer.isPending && answer.variables?.heard === heard
  return (
    <span style={{ display: 'inline-flex', gap: 6 }}>
      <Button
        color="primary"
        variant="filled"
        size={size}
        loading={isGiven(true)}
        aria-label={`已听取：${title}`}
        onClick={(event) => {
          event.stopPropagation()
          give(true)
        }}
      >
        已听取
      </Button>
      <Button
        size={size}
        loading={isGiven(false)}
        aria-label={`未收到：${title}`}
        onClick={(event) => {
          event.stopPropagation()
          give(false)
        }}
      >
        未收到
      </Button>
    </span>
  )
}

function useVerbalAnswer() {
  const say = useUndo()
  return useCommand(
    ({ id, heard }: { id: string; heard: boolean }) =>
      client.verbalReports.answer({ params: { id }, body: { heard } }),
    {
      changes: ['verbalReports', 'incidents', 'today', 'notifications'],
      onDone: ({ person, state }) =>
        say({
          text: state === 'heard' ? `已听取${person.name}的汇报` : `记下了：没有收到${person.name}的汇报`,
        }),
    },
  )
}
