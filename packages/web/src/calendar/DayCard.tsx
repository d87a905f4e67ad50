import { useQueryClient } from '@tanstack/react-query'
import type { CalendarDayView, DeadlineChange } from '@zhuowei/contract/calendar.ts'
import { daySourceLabel, dayTypeLabel, dayTypes } from '@zhuowei/domain/calendar/working-days.ts'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './DayCard.module.css'
import { DeadlineChanges } from './DeadlineChanges.tsx'

/** One day: what it is and who says so; the keepers of the calendar change it here. */
export function DayCard({ day, canEdit }: { day: CalendarDayView; canEdit: boolean }) {
  return (
    <>
      <p className={styles.now}>
        {dayTypeLabel[day.type]}
        {day.name && `，${day.name}`}
        <small>{daySourceLabel[day.source]}</small>
      </p>
      {canEdit && <DayForm day={day} />}
    </>
  )
}

function DayForm({ day }: { day: CalendarDayView }) {
  const queryClient = useQueryClient()
  const [moved, setMoved] = useState<readonly DeadlineChange[] | null>(null)
  const reload = () => {
    reloadModules(queryClient, ['calendar', 'today', 'reports', 'compliance'])
  }
  const form = useProblemForm({
    initial: { type: day.type, name: day.name, reason: '' },
    send: (values) =>
      client.calendar.setDay({ params: { date: day.date }, body: { ...values, version: day.version } }),
    onDone: ({ deadlines }) => {
      setMoved(deadlines)
      reload()
    },
  })
  if (moved) return <DeadlineChanges changes={moved} done />
  const isSame = form.values.type === day.type && form.values.name.trim() === day.name
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {form.refusal !== null && (
        <RefusalBox
          error={form.refusal}
          ways={
            form.problem?.code === 'version_conflict' && (
              <Button type="link" size="small" onClick={reload}>
                看最新的
              </Button>
            )
          }
        />
      )}
      <FormFields>
        <FormField form={form} name="type" label="改为">
          {(control) => (
            <Radio.Group
              id={control.id}
              value={control.value}
              onChange={({ target }) => form.set('type', target.value)}
              options={dayTypes.map((type) => ({ value: type, label: dayTypeLabel[type] }))}
              className={styles.types}
            />
          )}
        </FormField>
        <FormField form={form} name="name" label="名称" prompt="节日或缘由，可不填">
          {(control) => (
            <Input {...control} maxLength={40} onChange={(event) => form.set('name', event.target.value)} />
          )}
        </FormField>
        <FormField form={form} name="reason" label="原因" prompt="写进审计" required>
          {(control) => <Input {...control} onChange={(event) => form.set('reason', event.target.value)} />}
        </FormField>
      </FormFields>
      <Button type="primary" htmlType="submit" disabled={isSame} loading={form.submitting}>
        {isSame ? '还没有改动' : '保存，重算未到期的期限'}
      </Button>
    </form>
  )
}
