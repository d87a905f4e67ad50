import type { ReactNode } from 'react'
import styles from './StateTag.module.css'

export type Tone = 'grey' | 'amber' | 'brand' | 'green' | 'red' | 'outlined'

/** One word of state, 20 px high; the tone speeds up what the word says. */
export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  )
}
