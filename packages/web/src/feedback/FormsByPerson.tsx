import type { UseQueryResult } from '@tanstack/react-query'
import type { FeedbackByPerson } from '@zhuowei/contract/feedback.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './FormsByPerson.module.css'

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
      <table className={styles.people}>
        <thead>
          <tr>
            <th scope="col">负责人</th>
            <th scope="col">未填</th>
            <th scope="col">过期</th>
            <th scope="col">完整度</th>
            <th scope="col">上月得分</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ owner, customers, overdue, stale, completeness, lastMonth }) => (
            <tr key={owner.id}>
              <th scope="row">
                <button type="button" onClick={() => onChoose(owner.id)}>
                  {owner.name}
                </button>
                <small>{customers} 家</small>
              </th>
              <td data-red={overdue > 0}>{overdue}</td>
              <td>{stale}</td>
              <td>{completeness}%</td>
              <td>{lastMonth ?? '无'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
