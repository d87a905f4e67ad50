import { Button } from 'antd'
import { useSession } from '../app/session.ts'
import { InstantText } from '../ui/DateText.tsx'
import { Panel } from '../ui/Panel.tsx'
import styles from './Unfinished.module.css'
import { unfinishedVisits } from './unfinished.ts'

/** What was begun on this device and not saved: one touch continues it. */
export function Unfinished({ onChoose }: { onChoose: (customerId: string) => void }) {
  const { person } = useSession()
  const visits = unfinishedVisits(localStorage, person.id)
  if (visits.length === 0) return null
  return (
    <Panel title="没写完的" note={`${visits.length} 条，只在这台设备上`} flush>
      <ul className={styles.list}>
        {visits.map(({ customerId, customerName, savedAt }) => (
          <li key={customerId}>
            <div>
              <strong>{customerName}</strong>
              <small>
                写到 <InstantText at={savedAt} />
              </small>
            </div>
            <Button color="primary" variant="filled" onClick={() => onChoose(customerId)}>
              接着写
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
