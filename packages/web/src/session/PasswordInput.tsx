import { Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import type { FieldControl } from '../ui/useProblemForm.ts'
import styles from './PasswordInput.module.css'

interface PasswordInputProps {
  control: FieldControl<string>
  onChange: (value: string) => void
  /** `current-password` or `new-password`, so that the browser offers the right thing. */
  purpose: 'current-password' | 'new-password'
  onCapsLock: (on: boolean) => void
  size?: 'large'
}

/** A password that can be shown; whoever types with caps lock on is told. */
export function PasswordInput({ control, onChange, purpose, onCapsLock, size }: PasswordInputProps) {
  const look = (event: KeyboardEvent) => onCapsLock(event.getModifierState('CapsLock'))
  return (
    <Input.Password
      {...control}
      size={size}
      className={styles.password}
      autoComplete={purpose}
      maxLength={128}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={look}
      onKeyUp={look}
      onBlur={() => onCapsLock(false)}
    />
  )
}

/** The hint below the field; `[hint, onCapsLock]`. */
export function useCapsLock(): [string | null, (on: boolean) => void] {
  const [on, setOn] = useState(false)
  return [on ? '大写锁定已打开' : null, setOn]
}
