import { grades } from '@zhuowei/domain/customers/grade.ts'
import type { ReactNode } from 'react'
import { LevelBadge } from '../ui/LevelBadge.tsx'
import styles from './CustomerChooser.module.css'
import type { CustomerChoice } from './useCustomerChoices.ts'

interface CustomerRowProps {
  id: string
  choice: CustomerChoice
  active: boolean
  onChoose: () => void
}

export function CustomerRow({ id, choice, active, onChoose }: CustomerRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box above handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the search box keeps the focus and names the active row
    <div id={id} role="option" aria-selected={active} className={styles.row} onClick={onChoose}>
      <GradeBadge grade={choice.grade} />
      <div className={styles.what}>
        <strong>{choice.name}</strong>
        <p>{choice.facts}</p>
      </div>
      <span className={styles.last}>{choice.last}</span>
    </div>
  )
}

/** A inverse, B grey, C outlined. */
export function GradeBadge({ grade }: { grade: CustomerChoice['grade'] }): ReactNode {
  const level = ([1, 2, 3] as const)[grades.indexOf(grade)] ?? 3
  return <LevelBadge level={level} letter={grade} title={`${grade} 级`} />
}
