import { CheckOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import styles from './Chip.module.css'

interface ChipProps {
  /** Absent where a touch acts at once instead of choosing. */
  chosen?: boolean
  onToggle: () => void
  /** Why it cannot be chosen; also what the tooltip says. */
  barred?: string | undefined
  /** A smaller word behind the first: a position, a date. */
  note?: ReactNode
  children: ReactNode
}

/** One answer of a few, chosen with one touch: 44 px high under a thumb. */
export function Chip({ chosen, onToggle, barred, note, children }: ChipProps) {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={chosen}
      disabled={barred !== undefined}
      title={barred}
      onClick={onToggle}
    >
      {chosen && <CheckOutlined />}
      <span>{children}</span>
      {note && <small>{note}</small>}
    </button>
  )
}

/** A plain word at the end of a row of chips that opens more of them. */
export function ChipVerb({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.verb} onClick={onClick}>
      {children}
    </button>
  )
}

export function Chips({ children }: { children: ReactNode }) {
  return <div className={styles.chips}>{children}</div>
}
