import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { occasionalMeetingForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { clauses } from '@zhuowei/domain/clauses/regulation-text.ts'
import { type MeetingForm, meetingForms } from '@zhuowei/domain/meetings/meeting.ts'
import { Input, InputNumber, Select } from 'antd'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { type ChosenCustomer, CustomersSelect } from './CustomersSelect.tsx'
import { Invited } from './Invited.tsx'
import { TimeInputs } from './TimeInputs.tsx'

/** The form; day and time are put together when it is sent. */
export interface MeetingValues {
  form: MeetingForm
  title: string
  date: string
  time: string
  plannedMinutes: number
  place: string
  purpose: string
  clauses: readonly string[]
  projectName: string
  customers: readonly ChosenCustomer[]
  attendeeIds: string[]
}

interface MeetingInputsProps {
  form: ProblemForm<MeetingValues>
  /** Who proposes invites nobody. */
  invites: boolean
  today: PlainDate
}

export function MeetingInputs({ form, invites, today }: MeetingInputsProps) {
  return (
    <FormFields>
      <FormField form={form} name="form" label="会议形式" prompt="四.2 规定的三种" required>
        {({ id, value }) => (
          <ChoiceChips
            id={id}
            label="会议形式"
            value={value}
            onChange={(next) => form.set('form', next)}
            options={meetingForms.map((one) => ({ value: one, label: occasionalMeetingForms[one] }))}
          />
        )}
      </FormField>
      <FormField form={form} name="title" label="会议主题" required>
        {({ status, ...control }) => (
          <Input
            {...control}
            status={status}
            maxLength={100}
            onChange={({ target }) => form.set('title', target.value)}
          />
        )}
      </FormField>
      <About form={form} />
      <TimeInputs form={form} min={today} />
      <FormFields columns>
        <FormField form={form} name="plannedMinutes" label="时长" prompt="分钟" required>
          {({ status, ...control }) => (
            <InputNumber
              {...control}
              status={status}
              controls={false}
              min={10}
              max={600}
              step={15}
              style={{ width: '100%' }}
              onChange={(minutes) => form.set('plannedMinutes', minutes ?? 60)}
            />
          )}
        </FormField>
        <FormField form={form} name="place" label="地点" prompt="可不填">
          {({ status, ...control }) => (
            <Input
              {...control}
              status={status}
              maxLength={100}
              onChange={({ target }) => form.set('place', target.value)}
            />
          )}
        </FormField>
      </FormFields>
      {invites && <Invited form={form} />}
      <FormField form={form} name="purpose" label="会议内容" prompt="可不填">
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            onChange={({ target }) => form.set('purpose', target.value)}
          />
        )}
      </FormField>
    </FormFields>
  )
}

/** What each of the three forms is about. */
function About({ form }: { form: ProblemForm<MeetingValues> }) {
  if (form.values.form === 'policy')
    return (
      <FormField form={form} name="clauses" label="要贯彻的条款" prompt="参加的人会后逐人确认" required>
        {({ value, status, ...control }) => (
          <Select
            {...control}
            status={status}
            mode="multiple"
            value={[...value]}
            placeholder="输入条款号或几个字来找"
            showSearch={{ optionFilterProp: 'label' }}
            options={clauseOptions}
            onChange={(chosen) => form.set('clauses', chosen)}
          />
        )}
      </FormField>
    )
  if (form.values.form === 'training') return null
  return (
    <FormFields columns>
      <FormField form={form} name="projectName" label="项目名称" required>
        {({ status, ...control }) => (
          <Input
            {...control}
            status={status}
            maxLength={100}
            onChange={({ target }) => form.set('projectName', target.value)}
          />
        )}
      </FormField>
      <FormField form={form} name="customers" label="客户" prompt="可不填">
        {(control) => <CustomersSelect control={control} onChange={(next) => form.set('customers', next)} />}
      </FormField>
    </FormFields>
  )
}

const clauseOptions = clauses.map(({ id, title, text }) => ({
  value: id,
  label: `${id} ${title ?? text}`.slice(0, 60),
}))
