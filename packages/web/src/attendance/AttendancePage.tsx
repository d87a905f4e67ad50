import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { absenceKindLabel } from '@zhuowei/domain/attendance/absence.ts'
import { monthOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { Page, Pane, Panes } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import { usePhone } from '../ui/useMedia.ts'
import { ViewBar } from '../ui/ViewBar.tsx'
import { AbsenceList, type AbsenceListParts } from './AbsenceList.tsx'
import { AbsenceRecord } from './AbsenceRecord.tsx'
import styles from './AttendancePage.module.css'
import { AwayThisWeek } from './AwayThisWeek.tsx'
import { type AttendanceSearch, rangeOfMonth } from './attendance-search.ts'
import { MonthSwitch } from './MonthSwitch.tsx'
import { PeopleFacet } from './PeopleFacet.tsx'
import { monthText } from './words.ts'

const route = getRouteApi('/shell/attendance')

/** 考勤: who is away this week, and every leave and trip of a month; what waits for a decision stands out. */
export function AttendancePage() {
  useDocumentTitle('考勤')
  const phone = usePhone()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/attendance' })
  const { rights } = useSession()
  const today = shanghaiDate(useNow())
  const month = search.month ?? monthOf(today)
  const ofMonth = useQuery(read('absences', 'list', { query: rangeOfMonth(month) }))
  const change = (next: Partial<AttendanceSearch>) =>
    // On the phone a record opens as a sheet over the list: the way back closes it.
    void navigate({ search: (before) => ({ ...before, ...next }), replace: !(phone && next.open) })
  const register = () => void navigate({ to: '/attendance/new' })
  const request = () => void navigate({ to: '/attendance/request' })
  const { kind, personId = [] } = search
  const absences = ofMonth.data?.filter(
    (one) => (!kind || one.kind === kind) && (personId.length === 0 || personId.includes(one.person.id)),
  )
  const parts: PageParts = {
    all: ofMonth.data ?? [],
    list: {
      monthLabel: monthText(month),
      isFiltered: kind !== undefined || personId.length > 0,
      search,
      change,
      register: rights.includes('absences.write') ? register : undefined,
      request: rights.includes('absences.request') ? request : undefined,
      source: {
        items: absences,
        hasMore: false,
        loadMore: () => undefined,
        isLoadingMore: false,
        error: ofMonth.error,
        retry: () => void ofMonth.refetch(),
      },
    },
    months: (
      <MonthSwitch
        month={month}
        current={monthOf(today)}
        onChange={(next) => change({ month: next === monthOf(today) ? undefined : next, open: undefined })}
      />
    ),
  }
  return phone ? <OnPhone {...parts} /> : <OnDesktop {...parts} />
}

interface PageParts {
  all: NonNullable<AbsenceListParts['source']['items']>
  list: AbsenceListParts
  months: ReactNode
}

function OnDesktop({ all, list, months }: PageParts) {
  const { search, change, register, request, source } = list
  const items = source.items ?? []
  const index = items.findIndex(({ id }) => id === search.open)
  const beside = items[index]
  const openAt = (next: number) => {
    const neighbour = items[next]
    return neighbour && (() => change({ open: neighbour.id }))
  }
  return (
    <Page full>
      <ViewBar
        title="考勤"
        views={kindViews}
        current={search.kind ?? 'all'}
        onView={(key) => change({ kind: kindOf(key), open: undefined })}
        extra={
          <>
            {months}
            {request && (
              <Button type={register ? 'default' : 'primary'} onClick={request}>
                {register ? '本人申请' : '申请请假或出差'}
              </Button>
            )}
            {register && (
              <Button type="primary" icon={<PlusOutlined />} onClick={register}>
                登记
              </Button>
            )}
          </>
        }
      />
      <AwayThisWeek />
      <Panes>
        <PeopleFacet absences={all} search={search} change={change} />
        <Pane label="请假和出差">
          <AbsenceList {...list} />
        </Pane>
        {beside && (
          <SidePanel
            label={beside.person.name}
            position={`第 ${index + 1} 条`}
            onPrevious={openAt(index - 1)}
            onNext={openAt(index + 1)}
            onClose={() => change({ open: undefined })}
          >
            <AbsenceRecord key={beside.id} absence={beside} />
          </SidePanel>
        )}
      </Panes>
    </Page>
  )
}

function OnPhone({ list, months }: PageParts) {
  const { search, change, register, request, source } = list
  const open = source.items?.find(({ id }) => id === search.open)
  return (
    <Page>
      <PageHeader
        title="考勤"
        views={
          <Segments
            label="请假或出差"
            value={search.kind ?? 'all'}
            onChange={(key) => change({ kind: kindOf(key) })}
            options={kindViews.map(({ key, label }) => ({ value: key, label }))}
          />
        }
        extra={months}
      />
      {(register || request) && (
        <div className={styles.verbs}>
          {register && (
            <Button type="primary" size="large" icon={<PlusOutlined />} onClick={register}>
              登记
            </Button>
          )}
          {request && (
            <Button type={register ? 'default' : 'primary'} size="large" onClick={request}>
              {register ? '本人申请' : '申请请假或出差'}
            </Button>
          )}
        </div>
      )}
      <AwayThisWeek />
      <Panel flush>
        <AbsenceList {...list} />
      </Panel>
      <Sheet
        open={open !== undefined}
        onClose={() => change({ open: undefined })}
        placement="bottom"
        size="auto"
        title="请假和出差"
      >
        {open && <AbsenceRecord key={open.id} absence={open} />}
      </Sheet>
    </Page>
  )
}

const kindViews = [
  { key: 'all', label: '全部' },
  { key: 'leave', label: absenceKindLabel.leave },
  { key: 'trip', label: absenceKindLabel.trip },
] as const

const kindOf = (key: string) => (key === 'leave' || key === 'trip' ? key : undefined)
