import type { InputHTMLAttributes } from 'react'
import styles from './DeviceInput.module.css'

interface DeviceInputProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'value' | 'onChange'> {
  type: 'date' | 'time'
  value: string
  onChange: (value: string) => void
}

/** The device's own calendar or clock, unseen over what its neighbour writes in our words; the parent is positioned. */
export function DeviceInput({ onChange, ...rest }: DeviceInputProps) {
  return (
    <input
      {...rest}
      className={styles.input}
      onClick={({ currentTarget }) => currentTarget.showPicker?.()}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
