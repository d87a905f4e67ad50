import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { TaskInputs } from './TaskInputs.tsx'
import { blankTask, bodyOf } from './task-values.ts'
import styles from './tasks.module.css'
import { changedByTask } from './words.tsx'

const route = getRouteApi('/shell/tasks/new')

/** 新增任务: one's own to-do, or for who leads people one of theirs (二.2.1)(15)). */
export function NewTaskPage() {
  const { assign } = route.useSearch()
  const navigate = useNavigate({ from: '/tasks/new' })
  const { rights } = useSession()
  const assigned = assign === 'true' && rights.includes('tasks.assign')
  return (
    <NewTask
      key={String(assigned)}
      assigned={assigned}
      onKind={
        rights.includes('tasks.assign')
          ? (kind) =>
              void navigate({ search: { assign: kind === 'assigned' ? 'true' : undefined }, replace: true })
          : undefined
      }
    />
  )
}

interface NewTaskProps {
  assigned: boolean
  onKind: ((kind: 'general' | 'assigned') => void) | undefined
}

function NewTask({ assigned, onKind }: NewTaskProps) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  const say = useUndo()
  const { person } = useSession()
  const verb = assigned ? '交办' : '记下'
  const form = useProblemForm({
    initial: blankTask(),
    draft: { owner: person.id, key: assigned ? 'task-assign' : 'task-new' },
    send: (values, idempotencyKey) =>
      assigned
        ? client.tasks.assign({
            // Nothing chosen: the server names the field.
            body: { ...bodyOf(values), dueOn: values.dueOn, ownerId: values.ownerId ?? '' },
            idempotencyKey,
          })
        : client.tasks.create({ body: bodyOf(values), idempotencyKey }),
    onDone: ({ owner }) => {
      for (const module of changedByTask) void queryClient.invalidateQueries({ queryKey: [module] })
      say({ text: assigned ? `已交办给${owner.name}` : '已记下，只有您自己看得到' })
      void navigate({ to: '/tasks', search: assigned ? { view: 'given' } : {}, replace: true })
    },
  })
  return (
    <Page>
      <PageHeader
        title="新增任务"
        note={
          assigned ? (
            <>
              责任人立即收到，反馈后由您验收 <ClauseChip clause="二.2.1)(15)" />
            </>
          ) : (
            '个人待办只有您自己看得到'
          )
        }
        onBack={() => router.history.back()}
        views={
          onKind && (
            <Segments
              label="哪一种"
              value={assigned ? 'assigned' : 'general'}
              onChange={onKind}
              options={[
                { value: 'general', label: '个人待办' },
                { value: 'assigned', label: '交办任务' },
              ]}
            />
          )
        }
      />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <Panel>
          <TaskInputs form={form} assigned={assigned} />
        </Panel>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <SubmitBar
          label={verb}
          submitting={form.submitting}
          onSubmit={form.submit}
          others={<Button onClick={() => router.history.back()}>取消</Button>}
          note={<DraftNote {...form.draft} />}
        />
      </form>
    </Page>
  )
}
