import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { CustomersByRegion } from '@zhuowei/contract/due-visits.ts'
import { gradeLabel } from '@zhuowei/domain/customers/grade.ts'
import { read } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './RegionsPage.module.css'

/** The regions as bars: how many customers of which grade, and how many of them were left alone; each part opens its rows. */
export function RegionsPage() {
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(read('dueVisits', 'regions'))
  return (
    <Page>
      <PageHeader
        title="片区分布"
        onBack={() => void navigate({ to: '/customers' })}
        note={
          <>
            各片区的客户按等级，下面一条是超过拜访间隔的 <ClauseChip clause="六.4.1)" />
          </>
        }
      />
      {error && !data ? (
        <RefusalBox error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <ListSkeleton rows={4} />
      ) : data.length === 0 ? (
        <EmptyState title="还没有客户" note="录入客户后，这里按片区和等级显示。" />
      ) : (
        <Panel>
          <Legend />
          <ul className={styles.regions}>
            {data.map((region) => (
              <Region key={region.region.id} of={region} most={Math.max(...data.map(totalOf))} />
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  )
}

const totalOf = ({ grades }: CustomersByRegion) => grades.reduce((sum, { customers }) => sum + customers, 0)
const overdueOf = ({ grades }: CustomersByRegion) => grades.reduce((sum, { overdue }) => sum + overdue, 0)

function Legend() {
  return (
    <p className={styles.legend} aria-hidden="true">
      {(['A', 'B', 'C'] as const).map((grade) => (
        <span key={grade}>
          <i data-grade={grade} />
          {grade} 级{gradeLabel[grade]}
        </span>
      ))}
      <span>
        <i data-grade="overdue" />
        超过拜访间隔
      </span>
    </p>
  )
}

function Region({ of, most }: { of: CustomersByRegion; most: number }) {
  const { region, grades } = of
  const width = (count: number) => ({ width: `${(count / most) * 100}%` })
  return (
    <li>
      <p className={styles.name}>
        <strong>{region.name}</strong>
        <span>
          {totalOf(of)} 家，超过间隔 {overdueOf(of)} 家
        </span>
      </p>
      <div className={styles.bar} style={width(totalOf(of))}>
        {grades
          .filter(({ customers }) => customers > 0)
          .map(({ grade, customers }) => (
            <Link
              key={grade}
              to="/customers"
              search={{ regionId: [region.id], grade: [grade] }}
              data-grade={grade}
              style={{ flexGrow: customers }}
              aria-label={`${region.name} ${grade} 级 ${customers} 家`}
            >
              {customers}
            </Link>
          ))}
      </div>
      <div className={styles.bar} style={width(overdueOf(of))}>
        {grades
          .filter(({ overdue }) => overdue > 0)
          .map(({ grade, overdue }) => (
            <Link
              key={grade}
              to="/customers/forgotten"
              search={{ region: region.id, grade }}
              data-grade="overdue"
              style={{ flexGrow: overdue }}
              aria-label={`${region.name} ${grade} 级超过拜访间隔 ${overdue} 家`}
            >
              {grade} {overdue}
            </Link>
          ))}
      </div>
    </li>
  )
}
