import { useQuery } from '@tanstack/react-query'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { specialReasonLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { read } from '../app/client.ts'
import { Meter } from '../ui/Meter.tsx'
import { Panel } from '../ui/Panel.tsx'
import styles from './ReasonTally.module.css'

interface ReasonTallyProps {
  query: {
    from: string
    to: string
    divisionId?: string | undefined
    kind?: ObligationKind[] | undefined
  }
  label: string
}

/** Which special reasons were used, and who uses them most. */
export function ReasonTally({ query, label }: ReasonTallyProps) {
  const { data } = useQuery(read('compliance', 'specialReasons', { query }))
  const total = data?.reduce((sum, { count }) => sum + count, 0) ?? 0
  const most = Math.max(1, ...(data ?? []).map(({ count }) => count))
  return (
    <Panel title="特殊原因" note={`${label} ${total} 次`}>
      <ul className={styles.rows}>
        {data?.map(({ kind, count, people }) => (
          <li key={kind} title={people.map(({ name, count: times }) => `${name} ${times} 次`).join('、')}>
            <span>{specialReasonLabel[kind]}</span>
            <Meter
              label={specialReasonLabel[kind]}
              value={count / most}
              share={total === 0 ? 0 : count / total}
              tone="amber"
            />
            <strong>{count}</strong>
          </li>
        ))}
      </ul>
      {total > 0 && <p className={styles.who}>{whoOf(data ?? [])}；经理可认定理由不成立</p>}
    </Panel>
  )
}

function whoOf(tally: readonly { people: readonly { id: string; name: string; count: number }[] }[]): string {
  const byPerson = new Map<string, number>()
  for (const { people } of tally)
    for (const { name, count } of people) byPerson.set(name, (byPerson.get(name) ?? 0) + count)
  const sorted = [...byPerson].sort(([, one], [, other]) => other - one)
  return sorted
    .slice(0, 3)
    .map(([name, count]) => `${name} ${count} 次`)
    .join('、')
}
