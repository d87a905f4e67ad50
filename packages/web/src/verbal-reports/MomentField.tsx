import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { Chip } from '../ui/Chip.tsx'
import { useNow } from '../ui/clock.ts'
import { DateField } from '../ui/DateField.tsx'
import { NativePicker } from '../ui/NativePicker.tsx'
import type { FieldControl } from '../ui/useProblemForm.ts'
import type { Moment } from './moment.ts'
import styles from './verbal-reports.module.css'

interface MomentFieldProps {
  control: FieldControl<Moment | null>
  /** What the one touch says that leaves the time at now. */
  nowLabel: string
  onChange: (moment: Moment | null) => void
}

/** Just now, unless somebody says another day or another time. */
export function MomentField({ control, nowLabel, onChange }: MomentFieldProps) {
  const now = useNow()
  const today = shanghaiDate(now)
  const { value, ...rest } = control
  const time = value?.time ?? shanghaiTime(now)
  return (
    <div className={styles.when}>
      <Chip chosen={value === null} onToggle={() => onChange(null)}>
        {nowLabel}
      </Chip>
      <DateField
        {...rest}
        value={value?.date ?? today}
        max={today}
        onChange={(date) => onChange(date ? { date, time } : null)}
      />
      <NativePicker
        type="time"
        label="几点"
        text={time}
        value={time}
        chosen={value !== null}
        onChange={(next) => onChange(next ? { date: value?.date ?? today, time: next } : null)}
      />
    </div>
  )
}
