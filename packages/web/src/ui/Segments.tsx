import styles from './Segments.module.css'

interface SegmentsProps<T extends string> {
  /** What is chosen between, for people who cannot see it. */
  label: string
  options: readonly { value: T; label: string; count?: number }[]
  value: T
  onChange: (value: T) => void
}

/** A choice between a few views: grey track, white piece; a count stands plainly behind its word. */
export function Segments<T extends string>({ label, options, value, onChange }: SegmentsProps<T>) {
  return (
    <fieldset className={styles.track} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count !== undefined && ` ${option.count}`}
        </button>
      ))}
    </fieldset>
  )
}
