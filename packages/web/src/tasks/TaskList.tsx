import type { Task } from '@zhuowei/contract/tasks.ts'
import { Button, Checkbox } from 'antd'
import { readPages } from '../app/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TwoLineList, TwoLines } from '../ui/TwoLineList.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import styles from './tasks.module.css'
import { TaskDue, TaskState } from './words.tsx'

interface TaskListProps {
  /** What this person's staff have to do, or what he has done himself. */
  view: 'given' | 'closed'
  /** What is closed stands among the rest. */
  all: boolean
  onAll: (all: boolean) => void
  selected: string | undefined
  onSelect: (id: string | undefined) => void
  onCreate: () => void
}

export function TaskList({ view, all, onAll, selected, onSelect, onCreate }: TaskListProps) {
  const phone = usePhone()
  const source = usePages(
    readPages('tasks', 'list', {
      query:
        view === 'given'
          ? { side: 'given', ...(!all && { open: 'true' as const }) }
          : { side: 'mine', open: 'false' },
    }),
  )
  return (
    <>
      {view === 'given' && (
        <div className={styles.bar}>
          <Checkbox checked={all} onChange={({ target }) => onAll(target.checked)}>
            含已验收和已取消的
          </Checkbox>
        </div>
      )}
      <TwoLineList
        label={view === 'given' ? '我交办的' : '已完成'}
        source={source}
        keyOf={({ id }) => id}
        columns={phone ? 'minmax(0, 1fr) auto' : 'minmax(0, 1fr) 120px'}
        row={(task) => <TaskRow task={task} given={view === 'given'} />}
        selected={selected ?? null}
        onSelect={(id) => onSelect(id ?? undefined)}
        onOpen={({ id }) => onSelect(id)}
        foot={(shown, hasMore) => <span>{hasMore ? `已显示 ${shown} 项` : `共 ${shown} 项`}</span>}
        empty={
          view === 'given' ? <NothingGiven onCreate={onCreate} /> : <EmptyState title="还没有完成的任务" />
        }
      />
    </>
  )
}

function TaskRow({ task, given }: { task: Task; given: boolean }) {
  const { subject, state, dueAt, owner, assigner, customer, result, closedAt } = task
  const whose = given ? owner.name : assigner && `${assigner.name}交办`
  return (
    <>
      <TwoLines
        title={subject}
        tag={<TaskState state={state} />}
        facts={[whose, customer?.name, result].filter(Boolean).join('，')}
      />
      <TaskDue dueAt={dueAt} closed={closedAt !== null || state === 'reported'} />
    </>
  )
}

function NothingGiven({ onCreate }: { onCreate: () => void }) {
  return (
    <EmptyState
      title="没有交办的任务"
      note="读汇报时选中一句话就能交办；责任人反馈后在这里验收（二.2.1)(15)）。"
      action={
        <Button type="primary" onClick={onCreate}>
          交办任务
        </Button>
      }
    />
  )
}
