import { isPlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Popover } from 'antd'
import { useState } from 'react'
import { useNow } from './clock.ts'
import { DayPicker } from './DayPicker.tsx'
import { DeviceInput } from './DeviceInput.tsx'
import styles from './NativePicker.module.css'
import { usePhone } from './useMedia.ts'

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

/** A day or a time in our own words: the browser's field would write it in the format of its own language, and its calendar too. */
export function NativePicker(props: NativePickerProps) {
  const phone = usePhone()
  return props.type === 'date' && !phone ? <DayAtDesk {...props} /> : <OfDevice {...props} />
}

function DayAtDesk({ label, text, value, chosen = false, min, max, onChange }: NativePickerProps) {
  const today = shanghaiDate(useNow())
  const [open, setOpen] = useState(false)
  const pick = (date: string) => {
    setOpen(false)
    onChange(date)
  }
  const day = isPlainDate(value) ? value : null
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      content={<DayPicker value={day} today={today} min={min} max={max} onPick={pick} />}
    >
      <button type="button" className={styles.picker} data-chosen={chosen} aria-label={`${label}：${text}`}>
        {text}
      </button>
    </Popover>
  )
}

function OfDevice({ type, label, text, value, chosen = false, min, max, onChange }: NativePickerProps) {
  return (
    <span className={styles.picker} data-chosen={chosen}>
      <span aria-hidden="true">{text}</span>
      <DeviceInput type={type} aria-label={label} value={value} min={min} max={max} onChange={onChange} />
    </span>
  )
}
