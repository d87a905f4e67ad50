import styles from './BrandMark.module.css'

/** The square sign of the product. */
export function BrandMark({ size = 26 }: { size?: number }) {
  return (
    <span
      className={styles.mark}
      style={{ width: size, height: size, fontSize: size * 0.54 }}
      aria-hidden="true"
    >
      卓
    </span>
  )
}
