import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { TaskInputs } from './TaskInputs.tsx'
import { blankTask, bodyOf, subjectFrom } from './task-values.ts'
import styles from './tasks.module.css'
import { changedByTask } from './words.tsx'

interface AssignDialogProps {
  report: Pick<Report, 'id' | 'author'>
  /** Empty when the task is about the whole report. */
  quote: string
  onClose: () => void
}

/** 交办 from a report: the author is who does it, unless he answers to somebody else. */
export function AssignDialog(props: AssignDialogProps) {
  const { data } = useQuery({ ...read('tasks', 'assignable'), staleTime: 10 * 60_000 })
  if (!data) return null
  const { author } = props.report
  const [only] = data.people.length === 1 ? data.people : []
  const owner = data.people.find(({ id }) => id === author.id) ?? only
  return <Assign {...props} ownerId={owner?.id ?? null} />
}

function Assign({ report, quote, ownerId, onClose }: AssignDialogProps & { ownerId: string | null }) {
  const queryClient = useQueryClient()
  const { person } = useSession()
  const say = useUndo()
  const form = useProblemForm({
    initial: blankTask({ subject: subjectFrom(quote), ownerId }),
    draft: { owner: person.id, key: `task-from-${report.id}-${quote.slice(0, 40)}` },
    send: (values, idempotencyKey) =>
      client.tasks.assign({
        body: {
          ...bodyOf(values),
          dueOn: values.dueOn,
          // Nobody chosen: the server names the field.
          ownerId: values.ownerId ?? '',
          source: { reportId: report.id, quote: quote || values.subject },
        },
        idempotencyKey,
      }),
    onDone: ({ owner }) => {
      for (const module of changedByTask) void queryClient.invalidateQueries({ queryKey: [module] })
      onClose()
      say({ text: `已交办给${owner.name}` })
    },
  })
  return (
    <FormDialog title="交办任务" form={form} verb="交办" onClose={onClose}>
      {quote && (
        <blockquote className={styles.quote}>
          <small>{report.author.name}写的</small>
          {quote}
        </blockquote>
      )}
      <TaskInputs form={form} assigned />
    </FormDialog>
  )
}
