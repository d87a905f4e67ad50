import { shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { Checkbox } from 'antd'
import { Panel } from '../ui/Panel.tsx'
import styles from './FactChoice.module.css'
import { type Fact, factKey } from './report-draft.ts'

interface FactChoiceProps {
  facts: readonly Fact[]
  unticked: ReadonlySet<string>
  onToggle: (key: string) => void
}

/** Facts that the report does not tell: what came after it is ticked, what was left out is not. */
export function FactChoice({ facts, unticked, onToggle }: FactChoiceProps) {
  return (
    <Panel title="还没写进的事实" note="勾上的随保存补进">
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li key={factKey(fact)}>
            <Checkbox checked={!unticked.has(factKey(fact))} onChange={() => onToggle(factKey(fact))}>
              <span className={styles.text}>
                {fact.at && <small>{shanghaiTime(new Date(fact.at))}</small>}
                {fact.line.text}
                {fact.news && <em>提交后</em>}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
