import styles from './Dot.module.css'

export type DotTone = 'grey' | 'amber' | 'brand' | 'green' | 'red'

/** A coloured dot. It never stands without the word beside it, so it is silent for screen readers. */
export function Dot({ tone }: { tone: DotTone }) {
  return <span className={styles.dot} data-tone={tone} aria-hidden="true" />
}
