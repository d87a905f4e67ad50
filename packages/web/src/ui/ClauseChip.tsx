import { type ComponentProps, useContext } from 'react'
import styles from './ClauseChip.module.css'
import { ClauseOpener } from './clause-opener.ts'

interface ClauseChipProps {
  /** “五.1.3)②”, 系统默认 or 原文截断. */
  clause: string
  /** What the text does not say, or what it cut off. */
  dashed?: boolean
}

/**
 * The mark beside a rule-driven fact: it follows the fact, never leads, at most one per row. One that names a clause opens it;
 * inside a button or a link, where nothing else can be pressed, use `ClauseName`.
 */
export function ClauseChip({ clause, dashed = false }: ClauseChipProps) {
  const open = useContext(ClauseOpener)
  if (open && /^[一二三四五六七题]/.test(clause)) return open(clause)
  return <ClauseName clause={clause} dashed={dashed} />
}

/** The mark without anything to press. */
export function ClauseName({ clause, dashed = false }: ClauseChipProps) {
  return (
    <span className={styles.chip} data-dashed={dashed}>
      {clause}
    </span>
  )
}

interface ClauseButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'type'> {
  clause: string
}

/** The mark as a button, also as the child of a Popover; the row around it keeps its own click. */
export function ClauseButton({ clause, onClick, className = '', ...button }: ClauseButtonProps) {
  return (
    <button
      type="button"
      className={`${styles.chip} ${className}`}
      aria-label={`制度依据 ${clause}`}
      onClick={(event) => {
        event.stopPropagation()
        onClick?.(event)
      }}
      {...button}
    >
      {clause}
    </button>
  )
}
