import styles from './Portrait.module.css'

/** The last character of a name in a grey circle; people have no colours. */
export function Portrait({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <span
      className={styles.portrait}
      style={{ width: size, height: size, fontSize: size * 0.43 }}
      aria-hidden="true"
    >
      {name.slice(-1)}
    </span>
  )
}
