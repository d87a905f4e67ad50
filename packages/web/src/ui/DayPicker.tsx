import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import {
  addDays,
  firstDayOfMonth,
  lastDayOfMonth,
  mondayOf,
  monthOf,
  type PlainDate,
  weekdayOf,
} from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { useState } from 'react'
import styles from './DayPicker.module.css'

interface DayPickerProps {
  value: PlainDate | null
  today: PlainDate
  min?: PlainDate | undefined
  max?: PlainDate | undefined
  onPick: (date: PlainDate) => void
}

/** A month to pick a day from: Monday first, in our words whatever language the browser speaks. */
export function DayPicker({ value, today, min, max, onPick }: DayPickerProps) {
  const [shown, setShown] = useState(monthOf(value ?? today))
  const [of, setOf] = useState(value)
  if (of !== value) {
    setOf(value)
    if (value) setShown(monthOf(value))
  }
  const first = firstDayOfMonth(shown)
  const isOut = (date: PlainDate) => (min !== undefined && date < min) || (max !== undefined && date > max)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; the field keeps the focus while a day is picked
    <div className={styles.month} onMouseDown={(event) => event.preventDefault()}>
      <div className={styles.head}>
        <button type="button" aria-label="上个月" onClick={() => setShown(monthOf(addDays(first, -1)))}>
          <LeftOutlined />
        </button>
        <strong aria-live="polite">
          {shown.slice(0, 4)}年{Number(shown.slice(5))}月
        </strong>
        <button
          type="button"
          aria-label="下个月"
          onClick={() => setShown(monthOf(addDays(lastDayOfMonth(shown), 1)))}
        >
          <RightOutlined />
        </button>
      </div>
      <div className={styles.days}>
        {[...'一二三四五六日'].map((day) => (
          <span key={day} aria-hidden="true">
            {day}
          </span>
        ))}
        {sixWeeksFrom(mondayOf(first)).map((date) => (
          <button
            key={date}
            type="button"
            aria-label={dateWithWeekday(date)}
            aria-pressed={date === value}
            aria-current={date === today ? 'date' : undefined}
            data-outside={monthOf(date) !== shown}
            data-weekend={weekdayOf(date) > 5}
            disabled={isOut(date)}
            onClick={() => onPick(date)}
          >
            {Number(date.slice(8))}
          </button>
        ))}
      </div>
      <div className={styles.foot}>
        <button type="button" disabled={isOut(today)} onClick={() => onPick(today)}>
          今天
        </button>
      </div>
    </div>
  )
}

/** Always as many, so that the box does not change its height from month to month. */
const sixWeeksFrom = (monday: PlainDate) => Array.from({ length: 42 }, (_, day) => addDays(monday, day))
