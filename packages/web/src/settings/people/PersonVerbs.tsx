import { useNavigate } from '@tanstack/react-router'
import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { Button } from 'antd'
import styles from './PersonCard.module.css'
import type { PersonMode } from './person-mode.ts'

/** What may be done with a person, by whoever may; nothing for colleagues. */
export function PersonVerbs({ person, onMode }: { person: Person; onMode: (mode: PersonMode) => void }) {
  const { can, id } = person
  const navigate = useNavigate()
  if (!can.update) return null
  const depart = () => void navigate({ to: '/settings/people/$personId/departure', params: { personId: id } })
  return (
    <div className={styles.verbs}>
      {can.depart && <Button onClick={() => onMode('position')}>调整岗位</Button>}
      <Button onClick={() => onMode('personal')}>修改资料</Button>
      {can.depart && <Button onClick={depart}>{can.reinstate ? '更改离职' : '办理离职'}</Button>}
      {can.reinstate && (
        <Button onClick={() => onMode('reinstate')}>{can.depart ? '撤销离职' : '撤销离职或重新入职'}</Button>
      )}
    </div>
  )
}
