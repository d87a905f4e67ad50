import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { addDays, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TrendLine } from '../ui/TrendLine.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './CompliancePage.module.css'
import { type ComplianceSearch, type Period, periods, rangeOf, weekOf } from './compliance-search.ts'
import { DivisionChoice } from './DivisionChoice.tsx'
import { HeatMap, Legend } from './HeatMap.tsx'
import { OpenDecisions } from './OpenDecisions.tsx'
import { ReadingPanel } from './ReadingPanel.tsx'
import { ReasonTally } from './ReasonTally.tsx'
import { ReportsTabs } from './ReportsTabs.tsx'
import { percent } from './state-look.ts'
import { WeekSteps } from './WeekSteps.tsx'

const route = getRouteApi('/shell/reports/compliance')

/** §6-6 合规: who filed what when, with the story behind every exception and what can still be done about it. */
export function CompliancePage() {
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/reports/compliance' })
  const today = shanghaiDate(useNow())
  const phone = usePhone()
  const { rights } = useSession()
  const period = search.period ?? 'seven'
  // A working week fits the phone; wider than that it would scroll sideways.
  const query = phone
    ? weekOf(search.week ?? search.date ?? lastFullDay(today), today)
    : rangeOf(period, today)
  const trend = rangeOf(period, today)
  const { divisionId } = search
  const grid = useQuery(read('compliance', 'grid', { query: { ...query, divisionId } }))
  const change = (next: Partial<ComplianceSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  // Nobody scrolls past three hundred rows to what is to be decided.
  const isLong = (grid.data?.people.length ?? 0) > 60
  const map = grid.data && (
    <HeatMap
      key="map"
      grid={grid.data}
      today={today}
      open={search.person && search.date ? { personId: search.person, date: search.date } : null}
      onOpen={(cell) => change({ person: cell?.personId, date: cell?.date })}
    />
  )
  const attention = (
    <div key="attention" className={styles.below}>
      <OpenDecisions
        divisionId={divisionId}
        onOpen={(personId, date) => change({ person: personId, date })}
      />
      <Weekly query={{ ...trend, divisionId }} />
      <ReasonTally query={{ ...trend, divisionId }} label={periods[period]} />
      {rights.includes('reports.team') && <ReadingPanel query={trend} label={periods[period]} />}
    </div>
  )
  return (
    <Page>
      <PageHeader
        title="合规"
        views={
          <>
            <ReportsTabs current="/reports/compliance" />
            <DivisionChoice value={grid.data?.division.id} onChange={(id) => change({ divisionId: id })} />
            {phone ? (
              <WeekSteps
                monday={query.from}
                today={today}
                onChange={(week) => change({ week, person: undefined, date: undefined })}
              />
            ) : (
              <Segments<Period>
                label="期间"
                value={period}
                onChange={(value) => change({ period: value, person: undefined, date: undefined })}
                options={Object.entries(periods).map(([value, label]) => ({ value: value as Period, label }))} // keys of the table
              />
            )}
          </>
        }
        extra={phone ? undefined : <Legend />}
      />
      {grid.error && !grid.data && <RefusalBox error={grid.error} onRetry={() => void grid.refetch()} />}
      {!grid.data && !grid.error && (
        <Panel>
          <ListSkeleton rows={12} height={29} />
        </Panel>
      )}
      {isLong ? [attention, map] : [map, attention]}
    </Page>
  )
}

/** Monday morning shows the week before: its last reports are what is decided now. */
const lastFullDay = (today: string) => addDays(today, -1)

function Weekly({ query }: { query: { from: string; to: string; divisionId?: string | undefined } }) {
  const { data } = useQuery(read('compliance', 'weekly', { query }))
  const points = (data ?? []).flatMap(({ week, compliance }) =>
    compliance.rate === null
      ? []
      : {
          key: String(week),
          label: `第${week}周`,
          value: compliance.rate * 100,
          title: `第${week}周：${percent(compliance.rate)}，按期 ${compliance.filed} / 应填 ${compliance.due}`,
        },
  )
  return (
    <Panel title="按周合规率" note="按时与特殊原因 ÷ 应填">
      {points.length > 1 ? (
        <TrendLine points={points} unit="%" label="按周合规率" />
      ) : (
        <p className={styles.none}>满两周后画出走势。</p>
      )}
    </Panel>
  )
}
