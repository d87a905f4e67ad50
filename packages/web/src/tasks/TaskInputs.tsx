import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { Button, Input } from 'antd'
import { CustomerSelect } from '../app/CustomerSelect.tsx'
import { StaffSelect } from '../app/StaffSelect.tsx'
import { useWorkCalendar } from '../app/useWorkCalendar.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { useNow } from '../ui/clock.ts'
import { DateField } from '../ui/DateField.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { NativePicker } from '../ui/NativePicker.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { VoiceKey } from '../ui/VoiceKey.tsx'
import { type TaskValues, timeOptions } from './task-values.ts'
import styles from './tasks.module.css'

interface TaskInputsProps {
  form: ProblemForm<TaskValues>
  /** 交办: somebody else's, and always with a day. */
  assigned: boolean
}

/** 日常工作 → 新增任务 in the words of the text: 任务主题, 时间选项, 任务描述; for a new task and for a changed one. */
export function TaskInputs({ form, assigned }: TaskInputsProps) {
  return (
    <FormFields>
      <FormField form={form} name="subject" label={reportFields.subject} required>
        {(control) => (
          <Input {...control} maxLength={100} onChange={({ target }) => form.set('subject', target.value)} />
        )}
      </FormField>
      {assigned && (
        <FormField form={form} name="ownerId" label="责任人" required>
          {(control) => <StaffSelect control={control} onChange={(id) => form.set('ownerId', id ?? null)} />}
        </FormField>
      )}
      <When form={form} required={assigned} />
      <FormField
        form={form}
        name="description"
        label={reportFields.description}
        extra={
          <VoiceKey
            label={reportFields.description}
            onText={(text) => form.set('description', form.values.description + text)}
          />
        }
      >
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            onChange={({ target }) => form.set('description', target.value)}
          />
        )}
      </FormField>
      <FormField form={form} name="customerId" label="客户" prompt="可不选">
        {(control) => (
          <CustomerSelect
            control={control}
            name={form.values.customerName}
            onChange={(customer) => {
              form.set('customerId', customer?.id ?? null)
              form.change((before) => ({ ...before, customerName: customer?.name ?? '' }))
            }}
          />
        )}
      </FormField>
    </FormFields>
  )
}

/** 一天, 一周, 一个月 or a day of one's own; the day alone counts until 24:00. */
function When({ form, required }: { form: ProblemForm<TaskValues>; required: boolean }) {
  const today = shanghaiDate(useNow())
  const options = timeOptions(today, useWorkCalendar())
  const { dueOn, dueTime } = form.values
  return (
    <FormField
      form={form}
      name="dueOn"
      label={reportFields.timeOption}
      required={required}
      help={dueOn && `${dateWithWeekday(dueOn)} ${dueTime || '24:00'} 以前`}
    >
      {({ value, ...control }) => (
        <div className={styles.when}>
          <ChoiceChips
            label={reportFields.timeOption}
            value={options.find(({ date }) => date === value)?.label ?? null}
            onChange={(label) => form.set('dueOn', options.find((one) => one.label === label)?.date ?? '')}
            options={options.map(({ label }) => ({ value: label, label }))}
          />
          <DateField {...control} value={value} min={today} onChange={(date) => form.set('dueOn', date)} />
          {dueOn && (
            <NativePicker
              type="time"
              label="几点"
              text={dueTime || '几点'}
              value={dueTime}
              chosen={dueTime !== ''}
              onChange={(time) => form.set('dueTime', time)}
            />
          )}
          {dueOn && !required && (
            <Button
              type="link"
              size="small"
              onClick={() => form.change((before) => ({ ...before, dueOn: '', dueTime: '' }))}
            >
              不定期限
            </Button>
          )}
        </div>
      )}
    </FormField>
  )
}
