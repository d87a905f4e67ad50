import type { UseQueryResult } from '@tanstack/react-query'
import type { FeedbackByPerson } from '@zhuowei/contract/feedback.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { PeopleRow, PeopleTable } from '../ui/PeopleTable.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'

interface FormsByPersonProps {
  people: UseQueryResult<FeedbackByPerson[]>
  onChoose: (ownerId: string) => void
}

/** 六.3.2)② who owes forms, and what the appraisal of last month saw. */
export function FormsByPerson({ people: { data, error, refetch }, onChoose }: FormsByPersonProps) {
  if (error && !data) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={4} />
  return (
    <Panel title="按负责人" flush>
      <PeopleTable headings={['负责人', '未填', '过期', '完整度', '上月得分']}>
        {data.map(({ owner, customers, overdue, stale, completeness, lastMonth }) => (
          <PeopleRow
            key={owner.id}
            name={owner.name}
            note={`${customers} 家`}
            onChoose={() => onChoose(owner.id)}
          >
            <td data-red={overdue > 0}>{overdue}</td>
            <td>{stale}</td>
            <td>{completeness}%</td>
            <td>{lastMonth ?? '无'}</td>
          </PeopleRow>
        ))}
      </PeopleTable>
    </Panel>
  )
}
