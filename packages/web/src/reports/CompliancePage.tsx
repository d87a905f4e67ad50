import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { PeriodUnit } from '@zhuowei/contract/compliance.ts'
import { addDays, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type ObligationKind, reportKindLabel } from '@zhuowei/domain/reports/kinds.ts'
import { read } from '../app/client.ts'
import { DivisionChoice } from '../app/DivisionChoice.tsx'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TrendLine } from '../ui/TrendLine.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { ComplianceExport } from './ComplianceExport.tsx'
import styles from './CompliancePage.module.css'
import { CountedRows } from './CountedRows.tsx'
import {
  type ComplianceSearch,
  closed,
  type Period,
  periods,
  periodsOf,
  placeOf,
  rangeOf,
  rangeShowing,
  weekOf,
} from './compliance-search.ts'

import { HeatMap, Legend } from './HeatMap.tsx'
import { OpenDecisions } from './OpenDecisions.tsx'
import { PeriodMap } from './PeriodMap.tsx'
import { ReadingPanel } from './ReadingPanel.tsx'
import { ReasonTally } from './ReasonTally.tsx'
import { ReportsTabs } from './ReportsTabs.tsx'
import { StoryByNumber } from './StoryByNumber.tsx'
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
    : rangeShowing(search.date, period, today)
  const trend = rangeOf(period, today)
  const { divisionId } = search
  const { unit } = search
  const grid = useQuery({
    ...read('compliance', 'grid', { query: { ...query, divisionId } }),
    enabled: !unit,
  })
  const kind = kindsOf[unit ?? 'day']
  const change = (next: Partial<ComplianceSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  // Nobody scrolls past three hundred rows to what is to be decided.
  const isLong = (grid.data?.people.length ?? 0) > 60
  const map = unit ? (
    <Periods
      key={unit}
      unit={unit}
      divisionId={divisionId}
      duty={search.duty}
      on={search.on}
      onOpen={(duty) => change({ duty, on: duty && search.on })}
    />
  ) : (
    grid.data && (
      <HeatMap
        key="map"
        grid={grid.data}
        today={today}
        open={search.person && search.date ? { personId: search.person, date: search.date } : null}
        onOpen={(cell) => change({ person: cell?.personId, date: cell?.date })}
      />
    )
  )
  // The tally tells of what the map beside it shows.
  const told = unit ? periodsOf(unit, today, phone, search.on) : trend
  // A month's report is due once: seven weeks of it are no line.
  const hasTrend = unit !== 'month'
  const reads = rights.includes('reports.team')
  const attention = (
    <div key="attention" className={styles.below}>
      <OpenDecisions divisionId={divisionId} onOpen={(duty) => change(placeOf(duty))} />
      {(hasTrend || reads) && (
        <Stack>
          {hasTrend && <Weekly query={{ ...trend, divisionId, kind }} />}
          {reads && <ReadingPanel query={trend} label={periods[period]} />}
        </Stack>
      )}
      <ReasonTally
        query={{ ...told, divisionId, kind }}
        label={unit ? `${told.from.slice(5)} 起` : periods[period]}
      />
    </div>
  )
  return (
    <Page>
      <PageHeader
        title="合规"
        views={
          <>
            <ReportsTabs current="/reports/compliance" />
            <Segments<PeriodUnit | 'day'>
              label="看哪一种"
              value={unit ?? 'day'}
              onChange={(value) => change({ ...closed, unit: value === 'day' ? undefined : value })}
              options={units}
            />
            <DivisionChoice
              value={divisionId ?? grid.data?.division.id}
              onChange={(id) => change({ ...closed, divisionId: id })}
            />
            {phone && unit ? null : phone ? (
              <WeekSteps
                monday={query.from}
                today={today}
                onChange={(week) => change({ week, person: undefined, date: undefined })}
              />
            ) : (
              <Segments<Period>
                label="期间"
                value={period}
                onChange={(value) => change({ ...closed, period: value })}
                options={Object.entries(periods).map(([value, label]) => ({ value: value as Period, label }))} // keys of the table
              />
            )}
          </>
        }
        extra={
          <>
            {!phone && <Legend />}
            <ComplianceExport
              scope={{
                unit: unit ?? 'day',
                divisionId,
                ...(unit ? periodsOf(unit, today, phone, search.on) : query),
              }}
            />
          </>
        }
      />
      {!unit && grid.error && !grid.data && (
        <RefusalBox error={grid.error} onRetry={() => void grid.refetch()} />
      )}
      {!unit && !grid.data && !grid.error && (
        <Panel>
          <ListSkeleton rows={12} height={29} />
        </Panel>
      )}
      {search.obligation && <StoryByNumber id={search.obligation} onClose={() => change(closed)} />}
      {search.rows && (
        <CountedRows
          only={search.rows}
          divisionId={divisionId}
          today={today}
          onOpen={(duty) => change({ ...placeOf(duty), divisionId: duty.divisionId })}
          onClose={() => change({ rows: undefined })}
        />
      )}
      {isLong ? [attention, map] : [map, attention]}
    </Page>
  )
}

/** Monday morning shows the week before: its last reports are what is decided now. */
const lastFullDay = (today: string) => addDays(today, -1)

interface PeriodsProps {
  unit: PeriodUnit
  divisionId: string | undefined
  duty: string | undefined
  on: string | undefined
  onOpen: (duty: string | undefined) => void
}

/** 周报, 月报 and 出差报告 by person, each with the story behind it. */
function Periods({ unit, divisionId, duty, on, onOpen }: PeriodsProps) {
  const phone = usePhone()
  const query = { ...periodsOf(unit, shanghaiDate(useNow()), phone, on), unit, divisionId }
  const { data, error, refetch } = useQuery(read('compliance', 'periods', { query }))
  if (data) return <PeriodMap grid={data} open={duty} onOpen={onOpen} />
  if (error) return <RefusalBox error={error} onRetry={() => void refetch()} />
  return (
    <Panel>
      <ListSkeleton rows={12} height={29} />
    </Panel>
  )
}

const units: { value: PeriodUnit | 'day'; label: string }[] = [
  { value: 'day', label: reportKindLabel.daily },
  { value: 'week', label: reportKindLabel.weekly },
  { value: 'month', label: reportKindLabel.monthly },
  { value: 'trip', label: reportKindLabel.trip },
]

const kindsOf: Record<PeriodUnit | 'day', ObligationKind[]> = {
  day: ['daily'],
  week: ['weekly_summary', 'weekly_plan'],
  month: ['monthly'],
  trip: ['trip'],
}

interface Trend {
  from: string
  to: string
  divisionId?: string | undefined
  kind?: ObligationKind[] | undefined
}

function Weekly({ query }: { query: Trend }) {
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
