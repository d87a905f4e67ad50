import { CalendarOutlined } from '@ant-design/icons'
import { addDays, isPlainDate, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { Input, Popover } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useNow } from './clock.ts'
import styles from './DateField.module.css'
import { DayPicker } from './DayPicker.tsx'
import { DeviceInput } from './DeviceInput.tsx'
import { isWholeDate, typedDate } from './date-typing.ts'
import { isComposing } from './ime.ts'
import { usePhone } from './useMedia.ts'

interface DateFieldProps {
  id?: string | undefined
  /** `YYYY-MM-DD`, or empty. */
  value: string
  onChange: (date: string) => void
  min?: PlainDate | undefined
  max?: PlainDate | undefined
  status?: 'error' | ''
  placeholder?: string
  'aria-label'?: string
  'aria-invalid'?: boolean
  'aria-describedby'?: string
}

/** A day as we write it, 2026-11-23 周一: typed or picked at the desk, from the device's own calendar on the phone. */
export function DateField(props: DateFieldProps) {
  return usePhone() ? <OnPhone {...props} /> : <AtDesk {...props} />
}

function AtDesk({
  value,
  onChange,
  min,
  max,
  status = '',
  placeholder = '年-月-日',
  ...rest
}: DateFieldProps) {
  const today = shanghaiDate(useNow())
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [unread, setUnread] = useState(false)
  const pick = (date: PlainDate) => {
    setTyped(null)
    setUnread(false)
    setOpen(false)
    onChange(date)
  }
  const settle = () => {
    setOpen(false)
    if (typed === null) return
    const date = typed.trim() === '' ? '' : typedDate(typed, today)
    // What cannot be read stays in the box, in red; the value is then none.
    if (date === null) setUnread(true)
    else {
      setTyped(null)
      setUnread(false)
    }
    if ((date ?? '') !== value) onChange(date ?? '')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && typed !== null) {
      // First the day, then the form: otherwise it would be sent without what was just typed.
      event.preventDefault()
      return settle()
    }
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      return setOpen(false)
    }
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const from = typed === null ? value : typedDate(typed, today)
    if (step === 0 || event.altKey) return
    event.preventDefault()
    const next = from ? addDays(from, step) : today
    if ((min && next < min) || (max && next > max)) return
    setTyped(null)
    setUnread(false)
    onChange(next)
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={[]}
      placement="bottomLeft"
      arrow={false}
      content={
        <DayPicker
          value={isPlainDate(value) ? value : null}
          today={today}
          min={min}
          max={max}
          onPick={pick}
        />
      }
    >
      <Input
        {...rest}
        autoComplete="off"
        status={unread ? 'error' : status}
        aria-invalid={unread || rest['aria-invalid']}
        title={unread ? '写成 2026-11-23 或 11-23' : undefined}
        placeholder={placeholder}
        value={typed ?? shown(value)}
        onChange={({ target }) => {
          setTyped(target.value)
          setUnread(false)
          if (isWholeDate(target.value)) onChange(target.value)
        }}
        onClick={() => setOpen(true)}
        onFocus={({ target }) => target.select()}
        onBlur={settle}
        onKeyDown={onKeyDown}
        suffix={<CalendarOutlined className={styles.icon} />}
      />
    </Popover>
  )
}

function OnPhone({
  value,
  onChange,
  min,
  max,
  status = '',
  placeholder = '选日期',
  ...rest
}: DateFieldProps) {
  return (
    <span className={styles.phone} data-status={status} data-empty={!isPlainDate(value)}>
      <span aria-hidden="true">{isPlainDate(value) ? dateWithWeekday(value) : placeholder}</span>
      <CalendarOutlined className={styles.icon} />
      <DeviceInput {...rest} type="date" value={value} min={min} max={max} onChange={onChange} />
    </span>
  )
}

const shown = (value: string) => (isPlainDate(value) ? dateWithWeekday(value) : value)
