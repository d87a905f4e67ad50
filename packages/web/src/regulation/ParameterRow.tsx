import type { RegulationParameter } from '@zhuowei/contract/regulation.ts'
import { ClauseName } from '../ui/ClauseChip.tsx'
import { MarkTag } from './MarkTag.tsx'
import styles from './ParameterRow.module.css'

interface ParameterRowProps {
  parameter: RegulationParameter
  selected: boolean
  onSelect: () => void
}

/** The name, where it comes from, and the value in force; what is decided for later stands below. */
export function ParameterRow({ parameter, selected, onSelect }: ParameterRowProps) {
  const upcoming = parameter.decisions.findLast((decision) => decision.state === 'upcoming')
  return (
    <button type="button" className={styles.row} aria-pressed={selected} onClick={onSelect}>
      <span className={styles.label}>
        <span>{parameter.label}</span>
        <ClauseName clause={parameter.clause} />
        {parameter.mark !== '制度依据' && <MarkTag mark={parameter.mark} />}
      </span>
      <span className={styles.value}>
        <b>{parameter.valueText}</b>
        {parameter.since && <small>{parameter.since} 起</small>}
        {upcoming && (
          <small className={styles.upcoming}>
            {upcoming.effectiveFrom} 起改为 {upcoming.valueText}
          </small>
        )}
      </span>
    </button>
  )
}
