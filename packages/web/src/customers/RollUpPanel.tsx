import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { read } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { GradeBadge } from './customer-words.tsx'
import styles from './RollUpPanel.module.css'

const tabOfDue = {
  steps: 'overview',
  forms: 'feedback',
  facts: 'background',
  maintenance: 'background',
} as const

/** A customer and everything below it, added up: how many of which grade, and what is owed on them. */
export function RollUpPanel({ customerId }: { customerId: string }) {
  const { data, error, refetch } = useQuery(read('background', 'rollUp', { params: { id: customerId } }))
  if (error && !data) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={3} />
  return (
    <Panel title="本单位和下级单位合计" note={`您看得到的 ${data.customers} 家`}>
      <ul className={styles.grades}>
        {data.grades.map(({ grade, count }) => (
          <li key={grade}>
            <GradeBadge grade={grade} /> {count} 家
          </li>
        ))}
      </ul>
      {data.due.length === 0 && <p className={styles.none}>没有到期的事。</p>}
      <ul className={styles.due}>
        {data.due.map(({ key, label, count, clause, examples }) => (
          <li key={key}>
            <p>
              <strong>
                {label} {count} 家
              </strong>{' '}
              <ClauseChip clause={clause} />
            </p>
            <p className={styles.examples}>
              {examples.map(({ id, name }) => (
                <Link
                  key={id}
                  to="/customers/$customerId"
                  params={{ customerId: id }}
                  search={{ tab: tabOfDue[key] }}
                >
                  {name}
                </Link>
              ))}
              {count > examples.length && <span>等</span>}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
