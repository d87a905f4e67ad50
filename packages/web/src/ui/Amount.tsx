import styles from './Amount.module.css'
import { wan, yuan } from './amount-text.ts'

/** Fen as 万元 with two decimals; ￥ in the tooltip; 无 when there is none. `unit` once per column, so off by default. */
export function Amount({ fen, unit = false }: { fen: number | null; unit?: boolean }) {
  if (fen === null) return <span className={styles.none}>无</span>
  return (
    <span className={styles.amount} title={yuan(fen)}>
      <strong>{wan(fen)}</strong>
      {unit && <small> 万元</small>}
    </span>
  )
}
