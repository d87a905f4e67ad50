import { CheckOutlined } from '@ant-design/icons'
import type { UseQueryResult } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { AgendaItem } from '@zhuowei/contract/tasks.ts'
import { taskGroupLabel } from '@zhuowei/domain/tasks/task.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TwoLineList, TwoLines } from '../ui/TwoLineList.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './tasks.module.css'
import { changedByTask, TaskDue, TaskState } from './words.tsx'

interface AgendaProps {
  agenda: UseQueryResult<{ items: AgendaItem[] }>
  selected: string | undefined
  onSelect: (taskId: string | undefined) => void
  onCreate: () => void
}

/** 逾期, 今天, 本周, 以后: whatever gives this person something to do, in one list. */
export function Agenda({ agenda, selected, onSelect, onCreate }: AgendaProps) {
  const phone = usePhone()
  const navigate = useNavigate()
  // A next step has no record here; its row is only marked, and opened on its own page.
  const [marked, setMarked] = useState<string | null>(null)
  const items = agenda.data?.items
  const go = ({ to }: AgendaItem) => to && void navigate({ href: to })
  const select = (key: string | null) => {
    const item = items?.find((one) => one.key === key)
    if (item && !item.taskId && phone) return go(item)
    setMarked(key)
    onSelect(item?.taskId ?? undefined)
  }
  return (
    <TwoLineList
      label="我要做的"
      source={{
        items,
        hasMore: false,
        loadMore: () => undefined,
        isLoadingMore: false,
        error: agenda.error,
        retry: () => void agenda.refetch(),
      }}
      keyOf={({ key }) => key}
      columns={phone ? 'minmax(0, 1fr) auto' : 'minmax(0, 1fr) 120px 84px'}
      groupOf={({ group }) => taskGroupLabel[group]}
      row={(item) => <AgendaRow item={item} />}
      selected={selected ? `task:${selected}` : marked}
      onSelect={select}
      onOpen={(item) => (item.taskId ? onSelect(item.taskId) : go(item))}
      foot={(shown) => <span>共 {shown} 项</span>}
      empty={
        <EmptyState
          title="没有要做的事"
          note="上司交办的、自己记下的和约好的下一步，都按截止时间出现在这里。"
          action={
            <Button type="primary" onClick={onCreate}>
              新增任务
            </Button>
          }
        />
      }
    />
  )
}

const kindLabel: Record<AgendaItem['kind'], string> = {
  assigned: '交办',
  general: '待办',
  next_step: '下一步',
  action_item: '遗留问题',
}

function AgendaRow({ item }: { item: AgendaItem }) {
  const phone = usePhone()
  const { title, facts, kind, dueAt, state } = item
  const waits = state === 'reported' || state === 'returned'
  return (
    <>
      <TwoLines
        title={title}
        tag={
          waits ? (
            <TaskState state={state} />
          ) : (
            <StateTag tone={kind === 'assigned' ? 'brand' : 'outlined'}>{kindLabel[kind]}</StateTag>
          )
        }
        facts={
          phone ? (
            <>
              <TaskDue dueAt={dueAt} closed={state === 'reported'} />
              {facts && `　${facts}`}
            </>
          ) : (
            facts
          )
        }
      />
      {!phone && <TaskDue dueAt={dueAt} closed={state === 'reported'} />}
      <div className={styles.verb}>
        <Complete item={item} />
      </div>
    </>
  )
}

/** Ticked off where it stands; what was ticked by mistake comes back. */
function Complete({ item: { complete: what, title } }: { item: AgendaItem }) {
  const say = useUndo()
  const changes = [...changedByTask, 'activities', 'customers', 'reports']
  const reopen = useCommand(
    ({ id, version }: { id: string; version: number }) =>
      client.tasks.reopen({ params: { id }, body: { version } }),
    { changes },
  )
  const complete = useCommand(
    async (): Promise<{ id: string; version: number } | null> => {
      if (what?.of === 'task')
        return client.tasks.complete({ params: { id: what.id }, body: { version: what.version } })
      if (what) await client.activities.completeNextStep({ params: { id: what.id } })
      return null
    },
    {
      changes,
      onDone: (done) => say({ text: `已完成：${title}`, ...(done && { undo: () => reopen.mutate(done) }) }),
    },
  )
  if (!what) return null
  return (
    <Button
      size="small"
      icon={<CheckOutlined />}
      aria-label={`完成：${title}`}
      loading={complete.isPending}
      onClick={(event) => {
        event.stopPropagation()
        complete.mutate()
      }}
    >
      完成
    </Button>
  )
}
