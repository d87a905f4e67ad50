import styles from './NativePicker.module.css'

interface NativePickerProps {
  type: 'date' | 'time'
  label: string
  /** What is shown; the calendar or clock that opens is the device's own. */
  text: string
  value: string
  chosen?: boolean
  min?: string | undefined
  max?: string | undefined
  onChange: (value: string) => void
}

/** A day or a time in our own words: the browser's field would write it in the format of its own language. */
export function NativePicker({
  type,
  label,
  text,
  value,
  chosen = false,
  min,
  max,
  onChange,
}: NativePickerProps) {
  return (
    <span className={styles.picker} data-chosen={chosen}>
      <span aria-hidden="true">{text}</span>
      <input
        type={type}
        aria-label={label}
        value={value}
        min={min}
        max={max}
        onClick={({ currentTarget }) => currentTarget.showPicker?.()}
        onChange={({ target }) => onChange(target.value)}
      />
    </span>
  )
}
