import { atShanghai, isPlainDate, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { Input } from 'antd'
import { DateField } from '../ui/DateField.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'

export interface TimeValues {
  date: string
  time: string
}

/** What is chosen as an instant; nothing while it is not complete, so that the server names the field. */
export function instantOf({ date, time }: TimeValues): string {
  return isPlainDate(date) && /^\d{2}:\d{2}$/.test(time) ? atShanghai(date, time).toISOString() : ''
}

/** Day and time of a meeting; the server's word about the instant stands below the time. */
export function TimeInputs<V extends TimeValues>({ form, min }: { form: ProblemForm<V>; min?: PlainDate }) {
  const wrong = form.errorOf('startsAt')
  const set = (next: Partial<TimeValues>) => form.change((before) => ({ ...before, ...next }))
  return (
    <FormFields columns>
      <FormField form={form} name="date" label="日期" required>
        {({ value: _, ...control }) => (
          <DateField {...control} value={form.values.date} min={min} onChange={(date) => set({ date })} />
        )}
      </FormField>
      <FormField
        form={form}
        name="time"
        label="时间"
        required
        help={wrong && <span role="alert">{wrong}</span>}
      >
        {({ value: _, status, ...control }) => (
          <Input
            {...control}
            type="time"
            status={wrong ? 'error' : status}
            value={form.values.time}
            onChange={({ target }) => set({ time: target.value })}
          />
        )}
      </FormField>
    </FormFields>
  )
}
