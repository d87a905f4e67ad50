import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { read } from '../app/client.ts'
import { DateText, InstantText } from '../ui/DateText.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { FormChanges } from './FormChanges.tsx'
import styles from './FormVersions.module.css'

/** 六.3.2)② who changed what, and when; the newest first. */
export function FormVersions({ customerId }: { customerId: string }) {
  const { data, error, refetch } = useQuery(read('feedback', 'versions', { params: { id: customerId } }))
  if (error && !data) return <RefusalBox error={error} onRetry={() => void refetch()} />
  return (
    <Panel title="版本" note={data && `${data.length} 版`}>
      {data?.length === 0 && <p className={styles.none}>还没有第一版。</p>}
      <ol className={styles.versions}>
        {data?.map(({ version, savedAt, savedBy, activity, fileName, changes, completeness }) => (
          <li key={version}>
            <details>
              <summary>
                第 {version} 版，{savedBy.name} <InstantText at={savedAt} />
                <small>
                  {changes.map(({ label }) => label).join('、')}，完整度 {completeness}%
                </small>
              </summary>
              {activity && (
                <p>
                  来自{' '}
                  <Link to="/activities/$activityId" params={{ activityId: activity.id }}>
                    <DateText date={activity.happenedOn} /> 的拜访
                  </Link>
                </p>
              )}
              {fileName && <p>来自文件 {fileName}</p>}
              <FormChanges changes={changes} />
            </details>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
