import styles from './Chip.module.css'
import { Chip } from './Chip.tsx'

interface ChoiceChipsProps<T extends string> {
  id?: string
  /** What is chosen, for people who cannot see it. */
  label: string
  options: readonly { value: T; label: string; note?: string }[]
  value: T | null
  onChange: (value: T) => void
}

/** One of several answers, all in sight: more of them than a switch holds. */
export function ChoiceChips<T extends string>({ id, label, options, value, onChange }: ChoiceChipsProps<T>) {
  return (
    <fieldset className={styles.choice} aria-label={label} id={id} tabIndex={-1}>
      {options.map((option) => (
        <Chip
          key={option.value}
          chosen={option.value === value}
          note={option.note}
          onToggle={() => onChange(option.value)}
        >
          {option.label}
        </Chip>
      ))}
    </fieldset>
  )
}
