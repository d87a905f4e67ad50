import type { UseQueryResult } from '@tanstack/react-query'
import type { DueVisitsByPerson as Person } from '@zhuowei/contract/due-visits.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './DueVisits.module.css'

interface DueVisitsByPersonProps {
  people: UseQueryResult<Person[]>
  onChoose: (ownerId: string) => void
}

/** Who has left how many customers alone, by grade; a name shows those rows. */
export function DueVisitsByPerson({ people: { data, error, refetch }, onChoose }: DueVisitsByPersonProps) {
  if (error && !data) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={4} />
  return (
    <Panel title="按负责人" note="超过间隔的客户" flush>
      <table className={styles.people}>
        <thead>
          <tr>
            <th scope="col">负责人</th>
            <th scope="col">A 级</th>
            <th scope="col">B 级</th>
            <th scope="col">C 级</th>
            <th scope="col">已计划</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ owner, grades, planned }) => (
            <tr key={owner?.id ?? 'none'}>
              <th scope="row">
                <button type="button" onClick={() => onChoose(owner?.id ?? 'none')}>
                  {owner?.name ?? '经理池'}
                </button>
                <small>{grades.reduce((sum, { customers }) => sum + customers, 0)} 家</small>
              </th>
              {grades.map(({ grade, overdue }) => (
                <td key={grade} data-red={grade === 'A' && overdue > 0}>
                  {overdue}
                </td>
              ))}
              <td>{planned}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
