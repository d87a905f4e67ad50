import type { ReactNode } from 'react'
import styles from './FactHeader.module.css'

export interface Fact {
  label: string
  value: ReactNode
  /** Under the value; red or amber when it is a warning. */
  qualification?: ReactNode
  tone?: 'red' | 'amber'
}

/** Label, value, qualification. Three on a page (`line`), up to five in a panel (`box`). */
export function FactHeader({ facts, shape = 'line' }: { facts: readonly Fact[]; shape?: 'line' | 'box' }) {
  return (
    <dl className={styles[shape]}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd className={styles.value}>{fact.value}</dd>
          {fact.qualification && (
            <dd className={styles.qualification} data-tone={fact.tone}>
              {fact.qualification}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
