import styles from './PageSkeleton.module.css'

/** Stands where a page will stand, at the height of its rows, so that nothing jumps when it arrives. */
export function PageSkeleton() {
  return (
    <div className={styles.page} aria-busy="true">
      <span className={styles.title} />
      <span className={styles.block} />
    </div>
  )
}
