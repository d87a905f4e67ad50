import {
  complaintAboutLabel,
  complaintAbouts,
  complaintCauseLabel,
  complaintCauses,
  complaintLevelLabel,
  complaintLevels,
} from '@zhuowei/domain/complaints/complaint.ts'
import { Input } from 'antd'
import { CustomerSelect } from '../app/CustomerSelect.tsx'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Segments } from '../ui/Segments.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { VoiceKey } from '../ui/VoiceKey.tsx'
import type { ComplaintValues } from './complaint-values.ts'
import { PersonSelect } from './PersonSelect.tsx'

export function ComplaintInputs({ form }: { form: ProblemForm<ComplaintValues> }) {
  const { about } = form.values
  return (
    <FormFields>
      <FormFields columns>
        <FormField form={form} name="about" label="投诉谁">
          {({ value }) => (
            <div>
              <Segments
                label="投诉谁"
                value={value}
                onChange={(next) => form.set('about', next)}
                options={complaintAbouts.map((one) => ({ value: one, label: complaintAboutLabel[one] }))}
              />
            </div>
          )}
        </FormField>
        <Target form={form} />
        <FormField form={form} name="customerId" label="客户" required={about === 'customer'}>
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
        <FormField form={form} name="complainant" label="投诉人" prompt="姓名或职务，可不填">
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              onChange={({ target }) => form.set('complainant', target.value)}
            />
          )}
        </FormField>
      </FormFields>
      <FormField form={form} name="level" label="级别">
        {({ value }) => (
          <div>
            <Segments
              label="级别"
              value={value}
              onChange={(next) => form.set('level', next)}
              options={complaintLevels.map((one) => ({ value: one, label: complaintLevelLabel[one] }))}
            />
          </div>
        )}
      </FormField>
      <FormField form={form} name="cause" label="原因" required>
        {({ id, value }) => (
          <ChoiceChips
            id={id}
            label="原因"
            value={value}
            onChange={(next) => form.set('cause', next)}
            options={complaintCauses.map((one) => ({ value: one, label: complaintCauseLabel[one] }))}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="content"
        label="投诉内容"
        required
        extra={
          <VoiceKey label="投诉内容" onText={(text) => form.set('content', form.values.content + text)} />
        }
      >
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 4, maxRows: 12 }}
            maxLength={2000}
            onChange={({ target }) => form.set('content', target.value)}
          />
        )}
      </FormField>
    </FormFields>
  )
}

/** 任何部门、任何人 (六.5.1)). */
function Target({ form }: { form: ProblemForm<ComplaintValues> }) {
  if (form.values.about === 'customer') return null
  if (form.values.about === 'person')
    return (
      <FormField form={form} name="targetPersonId" label="被投诉人" prompt="派单以前本人看不到" required>
        {(control) => <PersonSelect control={control} onChange={(id) => form.set('targetPersonId', id)} />}
      </FormField>
    )
  return (
    <FormField form={form} name="targetDepartment" label="被投诉的部门" required>
      {(control) => (
        <Input
          {...control}
          maxLength={100}
          placeholder="例如 工程部、售后服务"
          onChange={({ target }) => form.set('targetDepartment', target.value)}
        />
      )}
    </FormField>
  )
}
