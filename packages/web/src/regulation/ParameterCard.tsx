import type { RegulationParameter } from '@zhuowei/contract/regulation.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DecisionList } from './DecisionList.tsx'
import { MarkTag } from './MarkTag.tsx'
import styles from './ParameterCard.module.css'
import { ParameterForm } from './ParameterForm.tsx'

interface ParameterCardProps {
  parameter: RegulationParameter
  divisionId: string
  today: string
}

/** One parameter: what it is, what holds, how it came to that, and the way to change it. */
export function ParameterCard({ parameter, divisionId, today }: ParameterCardProps) {
  const [setting, setSetting] = useState(false)
  return (
    <div className={styles.card}>
      <h2>{parameter.label}</h2>
      <p className={styles.origin}>
        <ClauseChip clause={parameter.clause} /> <MarkTag mark={parameter.mark} />
      </p>
      {parameter.help && <p className={styles.help}>{parameter.help}</p>}
      <dl className={styles.facts}>
        <div>
          <dt>现行</dt>
          <dd>
            {parameter.valueText}
            <small>{parameter.since ? `${parameter.since} 起` : '从未改动'}</small>
          </dd>
        </div>
        <div>
          <dt>默认</dt>
          <dd>{parameter.defaultText}</dd>
        </div>
      </dl>
      {parameter.can.set && !setting && (
        <div>
          <Button type="primary" onClick={() => setSetting(true)}>
            从某日起改变
          </Button>
        </div>
      )}
      {setting && (
        <ParameterForm
          parameter={parameter}
          divisionId={divisionId}
          today={today}
          onClose={() => setSetting(false)}
        />
      )}
      <DecisionList parameter={parameter} divisionId={divisionId} />
    </div>
  )
}
