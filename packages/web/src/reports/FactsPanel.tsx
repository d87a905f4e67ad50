import { Button } from 'antd'
import { Dot } from '../ui/Dot.tsx'
import { Panel } from '../ui/Panel.tsx'
import styles from './FactsPanel.module.css'
import { LineSource } from './LineSource.tsx'
import { type Fact, factKey, hasFact, type ReportDraft } from './report-draft.ts'

interface FactsPanelProps {
  title: string
  facts: readonly Fact[]
  draft: ReportDraft
  onWrite: (facts: readonly Fact[]) => void
  /** What to say when the system knows nothing. */
  empty?: string
}

/** What the system knows of a period, by day, week or subject; each line can be taken over, or a whole group at once. */
export function FactsPanel({ title, facts, draft, onWrite, empty }: FactsPanelProps) {
  const groups = [...Map.groupBy(facts, ({ group }) => group ?? '')]
  return (
    <Panel title={title} note={facts.length > 0 && `${facts.length} 条，可写入、可改、可删`}>
      {facts.length === 0 && <p className={styles.none}>{empty}</p>}
      {groups.map(([group, of]) => (
        <Group key={group} title={group} facts={of} draft={draft} onWrite={onWrite} />
      ))}
    </Panel>
  )
}

interface GroupProps {
  title: string
  facts: readonly Fact[]
  draft: ReportDraft
  onWrite: (facts: readonly Fact[]) => void
}

function Group({ title, facts, draft, onWrite }: GroupProps) {
  const left = facts.filter((fact) => !hasFact(draft, fact))
  return (
    <section className={styles.group}>
      <header>
        <h3>{title}</h3>
        {left.length > 1 && (
          <Button type="link" size="small" aria-label={`${title}：全部写入`} onClick={() => onWrite(left)}>
            全部写入
          </Button>
        )}
      </header>
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li key={factKey(fact)}>
            <Dot tone={left.includes(fact) ? 'grey' : 'green'} />
            <span className={styles.text}>
              {fact.line.text}{' '}
              <small>
                <LineSource line={fact.line} />
              </small>
            </span>
            {left.includes(fact) ? (
              <button type="button" aria-label={`写入：${fact.line.text}`} onClick={() => onWrite([fact])}>
                写入
              </button>
            ) : (
              <small>已写入</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
