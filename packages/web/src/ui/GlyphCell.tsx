import type { ComponentProps } from 'react'
import styles from './GlyphCell.module.css'

export type GlyphTone = 'done' | 'amber' | 'red-solid' | 'red' | 'grey' | 'outlined' | 'dashed'

interface GlyphCellProps extends Omit<ComponentProps<'button'>, 'children' | 'className' | 'type'> {
  tone: GlyphTone
  /** One character that carries the state; empty for what went as it should. */
  glyph?: string
  /** The whole state in words: “瓦澜，11-17 周二，补填（仍计未填）”. */
  label: string
  selected?: boolean
}

/** A cell of 23 × 26 in a heat map; the character carries the state, the colour only speeds it up. A button when it opens a story. */
export function GlyphCell({ tone, glyph = '', label, selected = false, ...button }: GlyphCellProps) {
  const look = { className: styles.cell, 'data-tone': tone, title: label }
  if (Object.keys(button).length === 0) {
    return (
      <span {...look} role="img" aria-label={label}>
        {glyph}
      </span>
    )
  }
  return (
    <button type="button" {...look} aria-label={label} data-selected={selected} {...button}>
      {glyph}
    </button>
  )
}
