import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { Chip } from '../ui/Chip.tsx'
import { NativePicker } from '../ui/NativePicker.tsx'
import { type DayChoice, dayText } from './next-days.ts'

interface DayChipsProps {
  /** For people who cannot see what the days are for. */
  label: string
  choices: readonly DayChoice[]
  today: PlainDate
  value: PlainDate | null
  onChange: (date: PlainDate | null) => void
  min?: PlainDate
  max?: PlainDate
  /** Touching the chosen day again takes it back. */
  clearable?: boolean
}

/** A day with one touch for the usual ones, and the device's own calendar for every other. */
export function DayChips({ label, choices, today, value, onChange, min, max, clearable }: DayChipsProps) {
  const isOther = value !== null && choices.every(({ date }) => date !== value)
  return (
    <>
      {choices.map(({ date, label: name }) => (
        <Chip
          key={date}
          chosen={date === value}
          note={date === today || name.includes(date.slice(5)) ? undefined : date.slice(5)}
          onToggle={() => onChange(date === value && clearable ? null : date)}
        >
          {name}
        </Chip>
      ))}
      <NativePicker
        type="date"
        label={`${label}，其他日期`}
        text={isOther ? dayText(value, today) : '其他日期'}
        value={isOther ? value : ''}
        chosen={isOther}
        min={min}
        max={max}
        onChange={(date) => onChange(date || null)}
      />
    </>
  )
}
