import styles from './ListSkeleton.module.css'

const shown = Array.from({ length: 12 }, (_, index) => index)

/** Rows of the right height until the real ones arrive. */
export function ListSkeleton({ height = 52, rows = 12 }: { height?: number; rows?: number }) {
  return (
    <div aria-busy="true" className={styles.list}>
      <span className="visually-hidden">正在取数据</span>
      {shown.slice(0, rows).map((row) => (
        <div key={row} className={styles.row} style={{ height }} aria-hidden="true">
          <span style={{ width: `${38 - (row % 4) * 6}%` }} />
          <span style={{ width: `${56 - (row % 3) * 9}%` }} />
        </div>
      ))}
    </div>
  )
}
