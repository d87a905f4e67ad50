import styles from './LevelBadge.module.css'

/** A 20-px square with one letter, told apart by lightness only: 1 inverse, 2 grey, 3 outlined. */
export function LevelBadge({ level, letter, title }: { level: 1 | 2 | 3; letter: string; title?: string }) {
  return (
    <span className={styles.badge} data-level={level} title={title}>
      {letter}
    </span>
  )
}
