import { CalendarOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { monthOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { read } from '../app/client.ts'
import { DivisionChoice } from '../app/DivisionChoice.tsx'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { Page, Pane, Panes } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { ViewBar } from '../ui/ViewBar.tsx'
import { type CalendarSearch, spanOf, step, type View } from './calendar-search.ts'
import { DayGrid } from './DayGrid.tsx'
import { DayList } from './DayList.tsx'
import { FeedSheet } from './FeedSheet.tsx'
import { PeopleFilter } from './PeopleFilter.tsx'
import { PhoneMonth } from './PhoneMonth.tsx'
import styles from './TeamCalendarPage.module.css'

const route = getRouteApi('/shell/activities/calendar')

/** 日历: what is due, who is away, where everybody is going; one's own, or the team's. */
export function TeamCalendarPage() {
  const phone = usePhone()
  const search = route.useSearch()
  const navigate = useNavigate()
  const { person } = useSession()
  const today = shanghaiDate(useNow())
  const [subscribing, setSubscribing] = useState(false)
  const on = search.on ?? today
  const view = phone ? 'month' : (search.view ?? 'month')
  const scope = search.scope ?? (person.role === 'gm' ? 'team' : 'mine')
  const span = spanOf(view, on)
  const query = { ...span, scope, personId: search.person, divisionId: search.division }
  const calendar = useQuery({
    ...read('teamCalendar', 'get', { query }),
    placeholderData: keepPreviousData,
  })
  const { data, error } = calendar
  const change = (next: Partial<CalendarSearch>) =>
    void navigate({ to: '/activities/calendar', search: { ...search, ...next }, replace: true })
  const entriesOn = (date: string) => data?.entries.filter(({ from, to }) => from <= date && date <= to) ?? []
  const chosenDay = data?.days.find(({ date }) => date === on)
  const whose = data?.can.team && (
    <Segments
      label="谁的日历"
      value={scope}
      options={[
        { value: 'mine', label: '我的' },
        { value: 'team', label: '团队' },
      ]}
      onChange={(next) => change({ scope: next, person: undefined })}
    />
  )
  const steps = <Steps view={view} on={on} today={today} onChange={(date) => change({ on: date })} />
  const filter = data && scope === 'team' && (
    <>
      <DivisionChoice
        value={search.division}
        onChange={(division) => change({ division, person: undefined })}
      />
      <PeopleFilter
        people={data.people}
        chosen={search.person ?? []}
        onChange={(ids) => change({ person: ids })}
      />
    </>
  )
  const toList = (to: string) =>
    void navigate({ to: '/activities', search: { scope: to === 'mine' ? 'mine' : 'all' } })
  const subscribe = (
    <Button
      {...(phone && { color: 'primary' as const, variant: 'text' as const })}
      icon={<CalendarOutlined />}
      onClick={() => setSubscribing(true)}
    >
      订阅
    </Button>
  )
  const parts = data && {
    ...{ days: data.days, entriesOn, today, selected: on },
    onSelect: (date: string) => change({ on: date }),
  }
  const day = chosenDay && <DayList day={chosenDay} entries={entriesOn(on)} named={scope === 'team'} />
  const failed = error && <RefusalBox error={error} onRetry={() => void calendar.refetch()} />
  const feed = <FeedSheet open={subscribing} onClose={() => setSubscribing(false)} />
  if (phone)
    return (
      <Page>
        <PageHeader title="日历" onBack={() => toList('mine')} trailing={subscribe} views={whose} />
        {filter && <div className={styles.phoneFilter}>{filter}</div>}
        {failed}
        <Panel title={steps}>
          {parts ? <PhoneMonth {...parts} month={monthOf(on)} /> : !error && <PageSkeleton />}
        </Panel>
        {day && <Panel flush>{day}</Panel>}
        {feed}
      </Page>
    )
  return (
    <Page full>
      <ViewBar
        title="拜访与日程"
        views={[
          { key: 'mine', label: '我的' },
          { key: 'all', label: '全部' },
          { key: 'calendar', label: '日历' },
        ]}
        current="calendar"
        onView={(key) => key !== 'calendar' && toList(key)}
        extra={subscribe}
      />
      <div className={styles.bar}>
        {steps}
        <Segments<View>
          label="月或周"
          value={view}
          options={[
            { value: 'month', label: '月' },
            { value: 'week', label: '周' },
          ]}
          onChange={(next) => change({ view: next })}
        />
        {whose}
        {filter}
      </div>
      {failed && <div className={styles.failed}>{failed}</div>}
      {!parts && !error && <PageSkeleton />}
      {parts && (
        <Panes>
          <Pane label={view === 'month' ? '月历' : '周历'}>
            <DayGrid {...parts} named={scope === 'team'} {...(view === 'month' && { month: monthOf(on) })} />
          </Pane>
          <Pane width={316} label="这一天">
            {day}
          </Pane>
        </Panes>
      )}
      {feed}
    </Page>
  )
}

interface StepsProps {
  view: View
  on: string
  today: string
  onChange: (date: string) => void
}

function Steps({ view, on, today, onChange }: StepsProps) {
  const unit = view === 'month' ? '月' : '周'
  const { from, to } = spanOf(view, on)
  return (
    <fieldset className={styles.steps} aria-label="日期">
      <Button
        type="text"
        icon={<LeftOutlined />}
        aria-label={`上一${unit}`}
        onClick={() => onChange(step(view, on, -1))}
      />
      <span aria-live="polite">
        {view === 'month'
          ? `${on.slice(0, 4)} 年 ${Number(on.slice(5, 7))} 月`
          : `${from.slice(5)} 至 ${to.slice(5)}`}
      </span>
      <Button
        type="text"
        icon={<RightOutlined />}
        aria-label={`下一${unit}`}
        onClick={() => onChange(step(view, on, 1))}
      />
      {on !== today && (
        <Button type="link" size="small" onClick={() => onChange(today)}>
          今天
        </Button>
      )}
    </fieldset>
  )
}
