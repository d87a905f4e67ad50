import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { regulationApi } from '@zhuowei/contract/regulation.ts'
import { read } from '../app/client.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './ClauseStory.module.css'
import { MarkTag } from './MarkTag.tsx'

type Clause = Reply<typeof regulationApi.clause>

/** What a clause says, what the software does because of it, and the numbers by which it does so. */
export function ClauseStory({ clause: id, onLeave }: { clause: string; onLeave: () => void }) {
  const { data: clause, error, refetch } = useQuery(read('regulation', 'clause', { params: { id } }))
  if (error) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!clause) return <ListSkeleton rows={3} />
  return (
    <article className={styles.story}>
      <header>
        <strong>{clause.id}</strong>
        {clause.mark && <MarkTag mark={clause.mark} />}
        <span>{clause.path.join(' › ')}</span>
      </header>
      <blockquote>
        {clause.title && <b>{clause.title}</b>}
        {clause.text}
      </blockquote>
      {clause.rules.length > 0 && (
        <ul>
          {clause.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      )}
      {clause.parameters.length > 0 && <Numbers clause={clause} />}
      <footer>
        <Link to="/regulation" hash={clause.id} onClick={onLeave}>
          看制度全文
        </Link>
        {clause.parameters.length > 0 && clause.parameters.every((parameter) => !parameter.since) && (
          <span>以上数值从未改动</span>
        )}
      </footer>
    </article>
  )
}

function Numbers({ clause }: { clause: Clause }) {
  return (
    <dl>
      {clause.parameters.map((parameter) => (
        <div key={parameter.key}>
          <dt>
            {parameter.label} <MarkTag mark={parameter.mark} />
          </dt>
          <dd>
            <b>{parameter.valueText}</b>
            {parameter.since && <small>{parameter.since} 起</small>}
            {parameter.upcoming && (
              <small>
                {parameter.upcoming.effectiveFrom} 起改为 {parameter.upcoming.valueText}
              </small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
