import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Page, Pane, Panes } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { ViewBar } from '../ui/ViewBar.tsx'
import { Agenda } from './Agenda.tsx'
import { TaskList } from './TaskList.tsx'
import { TaskRecord } from './TaskRecord.tsx'
import type { TasksSearch } from './tasks-search.ts'

const route = getRouteApi('/shell/tasks')

/** One list of what is to be done: 交办, one's own, what was promised; for the superior what he assigned. */
export function TasksPage() {
  const phone = usePhone()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/tasks' })
  const { rights } = useSession()
  const leads = rights.includes('tasks.assign')
  const view = search.view === 'given' && !leads ? undefined : search.view
  const agenda = useQuery(read('tasks', 'agenda'))
  const change = (next: Partial<TasksSearch>) =>
    // On the phone a record takes the page: the way back closes it.
    void navigate({ search: (before) => ({ ...before, ...next }), replace: !(phone && next.open) })
  const create = () => void navigate({ to: '/tasks/new', search: view === 'given' ? { assign: 'true' } : {} })
  useShortcuts(phone ? {} : { n: create })
  const open = (id: string | undefined) => change({ open: id })
  const todo = agenda.data?.items.filter(({ group }) => group !== 'waiting').length
  const parts: PageParts = {
    open: search.open,
    close: () => open(undefined),
    view: view ?? 'mine',
    change: (key) =>
      change({
        view: key === 'given' || key === 'closed' ? key : undefined,
        open: undefined,
        all: undefined,
      }),
    views: [
      { key: 'mine', label: todo ? `我要做的 ${todo}` : '我要做的' },
      ...(leads ? [{ key: 'given', label: '我交办的' }] : []),
      { key: 'closed', label: '已完成' },
    ],
    create,
    verb: view === 'given' ? '交办任务' : '新增任务',
    list: view ? (
      <TaskList
        key={view}
        view={view}
        all={search.all === 'true'}
        onAll={(all) => change({ all: all ? 'true' : undefined })}
        selected={search.open}
        onSelect={open}
        onCreate={create}
      />
    ) : (
      <Agenda agenda={agenda} selected={search.open} onSelect={open} onCreate={create} />
    ),
  }
  return phone ? <OnPhone {...parts} /> : <OnDesktop {...parts} />
}

interface PageParts {
  open: string | undefined
  close: () => void
  view: string
  change: (view: string) => void
  views: readonly { key: string; label: string }[]
  create: () => void
  verb: string
  list: ReactNode
}

function OnDesktop({ open, close, view, change, views, create, verb, list }: PageParts) {
  return (
    <Page full>
      <ViewBar
        title="任务"
        views={views}
        current={view}
        onView={change}
        extra={
          <Button type="primary" icon={<PlusOutlined />} onClick={create}>
            {verb}
          </Button>
        }
      />
      <Panes>
        <Pane label="任务">{list}</Pane>
        {open && (
          <SidePanel label="任务" onClose={close}>
            <TaskRecord key={open} id={open} />
          </SidePanel>
        )}
      </Panes>
    </Page>
  )
}

function OnPhone({ open, close, view, change, views, create, list }: PageParts) {
  if (open)
    return (
      <Page>
        <PageHeader title="任务" onBack={close} />
        <Panel>
          <TaskRecord key={open} id={open} />
        </Panel>
      </Page>
    )
  return (
    <Page>
      <PageHeader
        title="任务"
        trailing={
          <Button color="primary" variant="text" icon={<PlusOutlined />} onClick={create}>
            新增
          </Button>
        }
        views={
          <Segments
            label="哪些"
            value={view}
            onChange={change}
            options={views.map(({ key, label }) => ({ value: key, label }))}
          />
        }
      />
      <Panel flush>{list}</Panel>
    </Page>
  )
}
