import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Today } from '@zhuowei/contract/today.ts'
import { addDays, mondayOf } from '@zhuowei/domain/calendar/dates.ts'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Panel } from '../ui/Panel.tsx'
import { Sparkline } from '../ui/Sparkline.tsx'
import styles from './DivisionTrends.module.css'
import { ComplianceTrend } from './NumbersPanels.tsx'

interface DivisionTrendsProps {
  date: string
  /** Of the only division, or of the first by name. */
  trend: NonNullable<Today['trend']>
}

const weeksBack = 10

/** Who leads one division sees its line; 总经理 sees a small one of each, the lowest rate first. */
export function DivisionTrends({ date, trend }: DivisionTrendsProps) {
  const { division } = useSession()
  const divisions = useQuery({ ...read('organisation', 'divisions'), enabled: division === null })
  const several = divisions.data?.items ?? []
  if (division === null && divisions.isPending) return null
  if (several.length < 2) return <ComplianceTrend trend={trend} />
  return <SmallMultiples date={date} divisions={several} />
}

function SmallMultiples({ date, divisions }: { date: string; divisions: readonly Named[] }) {
  const range = { from: addDays(mondayOf(date), -7 * weeksBack), to: date }
  const trends = useQueries({
    queries: divisions.map(({ id }) => read('compliance', 'weekly', { query: { ...range, divisionId: id } })),
  })
  const rows = divisions
    .map((division, index) => ({ division, weeks: (trends[index]?.data ?? []).flatMap(rated) }))
    .toSorted((one, other) => lastOf(one.weeks) - lastOf(other.weeks))
  const rates = rows.flatMap(({ weeks }) => weeks.map(({ rate }) => rate))
  const scale = { low: Math.min(...rates), high: Math.max(...rates) }
  return (
    <Panel title="日报合规率" note={`近 ${weeksBack + 1} 周，各事业部`} flush>
      <ul className={styles.rows}>
        {rows.map(({ division, weeks }) => (
          <li key={division.id}>
            <Link to="/reports/compliance" search={{ divisionId: division.id }} className={styles.row}>
              <span className={styles.name}>{division.name}</span>
              <Sparkline values={weeks.map(({ rate }) => rate)} {...scale} />
              <Standing weeks={weeks} />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Standing({ weeks }: { weeks: readonly Week[] }) {
  const last = weeks.at(-1)
  const before = weeks.at(-2)
  if (!last) return <small className={styles.none}>还没有应填的日报</small>
  const change = before ? last.rate - before.rate : 0
  return (
    <>
      <small className={styles.change} data-down={change < 0}>
        {before && Math.abs(change) >= 0.05 && `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)}`}
      </small>
      <strong title={last.title}>{last.rate.toFixed(1)}%</strong>
    </>
  )
}

interface Named {
  id: string
  name: string
}

interface Week {
  rate: number
  title: string
}

type Weekly = NonNullable<Today['trend']>[number]

const rated = ({ week, compliance }: Weekly): Week[] =>
  compliance.rate === null
    ? []
    : [
        {
          rate: compliance.rate * 100,
          title: `第${week}周：按期 ${compliance.filed} / 应填 ${compliance.due}`,
        },
      ]

/** A division without reports stands at the end. */
const lastOf = (weeks: readonly Week[]) => weeks.at(-1)?.rate ?? 101
