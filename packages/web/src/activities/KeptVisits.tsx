import { CloudUploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useSession } from '../app/session.ts'
import { InstantText } from '../ui/DateText.tsx'
import styles from './KeptVisits.module.css'
import { useKeptVisits } from './outbox.ts'
import { useReopenKept } from './useReopenKept.ts'

/** What was saved without a network and is not with the server yet, and what the server refused of it. */
export function KeptVisits() {
  const { person } = useSession()
  const reopen = useReopenKept()
  const visits = useKeptVisits(person.id)
  if (visits.length === 0) return null
  return (
    <ul className={styles.kept} aria-label="还没上传的拜访">
      {visits.map((visit) => (
        <li key={visit.key} data-refused={visit.refusal !== null}>
          <CloudUploadOutlined />
          <p>
            <strong>{visit.customerName}</strong>，<InstantText at={visit.keptAt} /> 存在本机，
            {visit.refusal === null ? '联网后自动上传。' : `没能上传：${visit.refusal}`}
          </p>
          {visit.refusal !== null && <Button onClick={() => reopen(visit)}>打开修改</Button>}
        </li>
      ))}
    </ul>
  )
}
