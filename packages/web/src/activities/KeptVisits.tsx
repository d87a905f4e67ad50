import { CloudUploadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSession } from '../app/session.ts'
import { InstantText } from '../ui/DateText.tsx'
import { draftKey, keepDraft } from '../ui/draft.ts'
import styles from './KeptVisits.module.css'
import { dropKept, type KeptVisit, useKeptVisits } from './outbox.ts'
import { visitDraftName } from './unfinished.ts'

/** What was saved without a network and is not with the server yet, and what the server refused of it. */
export function KeptVisits() {
  const { person } = useSession()
  const navigate = useNavigate()
  const visits = useKeptVisits(person.id)
  if (visits.length === 0) return null
  const openAgain = (visit: KeptVisit) => {
    const { customerId } = visit.body
    const { owner, key } = visitDraftName(person.id, customerId)
    const draft = { ...visit.draft, key: crypto.randomUUID() }
    if (!keepDraft(localStorage, draftKey(owner, key), draft, Date.parse(visit.keptAt))) return
    dropKept(visit.key)
    void navigate({ to: '/activities/new', search: { customerId, kind: visit.draft.kind } })
  }
  return (
    <ul className={styles.kept} aria-label="还没上传的拜访">
      {visits.map((visit) => (
        <li key={visit.key} data-refused={visit.refusal !== null}>
          <CloudUploadOutlined aria-hidden />
          <p>
            <strong>{visit.customerName}</strong>，<InstantText at={visit.keptAt} /> 存在本机，
            {visit.refusal === null ? '联网后自动上传。' : `没能上传：${visit.refusal}`}
          </p>
          {visit.refusal !== null && <Button onClick={() => openAgain(visit)}>打开修改</Button>}
        </li>
      ))}
    </ul>
  )
}
