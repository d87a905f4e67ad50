import type { ComponentProps } from 'react'
import styles from './ClauseChip.module.css'

interface ClauseChipProps extends Omit<ComponentProps<'button'>, 'id' | 'children' | 'className' | 'type'> {
  /** “五.1.3)②”, 系统默认 or 原文截断. */
  clause: string
  /** What the text does not say, or what it cut off. */
  dashed?: boolean
}

/**
 * The mark beside a rule-driven fact: it follows the fact, never leads, at most one per row. With `onClick`, or as the child of
 * a Popover, it is a button; alone it only names the clause.
 */
export function ClauseChip({ clause, dashed = false, ...button }: ClauseChipProps) {
  if (Object.keys(button).length === 0) {
    return (
      <span className={styles.chip} data-dashed={dashed}>
        {clause}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={styles.chip}
      data-dashed={dashed}
      aria-label={`制度依据 ${clause}`}
      {...button}
    >
      {clause}
    </button>
  )
}
