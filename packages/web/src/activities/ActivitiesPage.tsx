import { EditOutlined } from '@ant-design/icons'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Page, Pane, Panes } from '../ui/Page.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import { ViewBar } from '../ui/ViewBar.tsx'
import { ActivitiesPhone } from './ActivitiesPhone.tsx'
import { ActivityFilters } from './ActivityFilters.tsx'
import { ActivityList } from './ActivityList.tsx'
import { ActivityPanel } from './ActivityPanel.tsx'
import { type ActivitiesSearch, queryOf, type Scope } from './activities-search.ts'
import { KeptVisits } from './KeptVisits.tsx'
import { NextSteps } from './NextSteps.tsx'

const route = getRouteApi('/shell/activities')

/** 拜访与日程: what was done, by day, and at the right what was promised next. */
export function ActivitiesPage() {
  useDocumentTitle('拜访与日程')
  const phone = usePhone()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/activities' })
  const { person, rights } = useSession()
  const mayWrite = rights.includes('activities.write')
  const scope: Scope = search.scope ?? (['pm', 'spm'].includes(person.role) ? 'mine' : 'all')
  const source = usePages(readPages('activities', 'list', { query: queryOf(search, scope) }))
  const change = (next: Partial<ActivitiesSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  const views = mayWrite ? bothViews : bothViews.slice(1)
  const choose = (key: string) =>
    key === calendarView.key
      ? void navigate({ to: '/activities/calendar' })
      : change({ scope: key === 'mine' ? 'mine' : 'all', authorId: undefined })
  const record = () => navigate({ to: '/activities/new' })
  const parts = { search, scope, source, change, mayWrite, record }
  if (phone) return <ActivitiesPhone {...parts} views={[...views, calendarView]} onView={choose} />
  const ids = source.items?.map(({ id }) => id) ?? []
  return (
    <Page full>
      <ViewBar
        title="拜访与日程"
        views={[...views, calendarView]}
        current={scope}
        onView={choose}
        extra={
          mayWrite && (
            <Button type="primary" icon={<EditOutlined />} onClick={record}>
              记拜访
            </Button>
          )
        }
      />
      <KeptVisits />
      <Panes>
        <Pane width={188} label="筛选">
          <ActivityFilters search={search} scope={scope} onChange={change} />
        </Pane>
        <Pane label="拜访记录">
          <ActivityList {...parts} />
        </Pane>
        {search.open ? (
          <ActivityPanel id={search.open} ids={ids} onOpen={(open) => change({ open })} />
        ) : (
          mayWrite && (
            <Pane width={348} label="下一步">
              <NextSteps flat />
            </Pane>
          )
        )}
      </Panes>
    </Page>
  )
}

const bothViews = [
  { key: 'mine', label: '我的' },
  { key: 'all', label: '全部' },
] as const

const calendarView = { key: 'calendar', label: '日历' } as const
