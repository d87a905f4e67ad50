import type { UseQueryResult } from '@tanstack/react-query'
import type { DueVisitsByPerson as Person } from '@zhuowei/contract/due-visits.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { PeopleRow, PeopleTable } from '../ui/PeopleTable.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'

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
      <PeopleTable headings={['负责人', 'A 级', 'B 级', 'C 级', '已计划']}>
        {data.map(({ owner, grades, planned }) => (
          <PeopleRow
            key={owner?.id ?? 'none'}
            name={owner?.name ?? '经理池'}
            note={`${grades.reduce((sum, { customers }) => sum + customers, 0)} 家`}
            onChoose={() => onChoose(owner?.id ?? 'none')}
          >
            {grades.map(({ grade, overdue }) => (
              <td key={grade} data-red={grade === 'A' && overdue > 0}>
                {overdue}
              </td>
            ))}
            <td>{planned}</td>
          </PeopleRow>
        ))}
      </PeopleTable>
    </Panel>
  )
}
