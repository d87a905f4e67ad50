import { useQueryClient } from '@tanstack/react-query'
import type { ParameterValue, RegulationParameter } from '@zhuowei/contract/regulation.ts'
import { Button, Input } from 'antd'
import { client } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { DateField } from '../ui/DateField.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './ParameterForm.module.css'
import { ValueInput } from './ValueInput.tsx'

interface ParameterFormProps {
  parameter: RegulationParameter
  divisionId: string
  today: string
  onClose: () => void
}

/** Another value from a day on. Days that are over keep the rule that they had. */
export function ParameterForm({ parameter, divisionId, today, onClose }: ParameterFormProps) {
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initial: { value: parameter.value as ParameterValue, effectiveFrom: today, reason: '' },
    send: (values, idempotencyKey) =>
      client.regulation.setParameter({
        body: { ...values, divisionId, key: parameter.key },
        idempotencyKey,
      }),
    onDone: () => {
      reloadModules(queryClient, ['regulation', 'reports', 'today', 'compliance'])
      onClose()
    },
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {form.refusal !== null && <RefusalBox error={form.refusal} />}
      <FormFields>
        <FormField form={form} name="value" label="改为" required>
          {(control) => (
            <ValueInput
              parameter={parameter}
              control={control}
              onChange={(value) => form.set('value', value)}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="effectiveFrom"
          label="生效日期"
          prompt="今天或以后"
          required
          help="未到期的期限按新值重新计算；已经截止的不变。"
        >
          {(control) => (
            <DateField {...control} min={today} onChange={(date) => form.set('effectiveFrom', date)} />
          )}
        </FormField>
        <FormField form={form} name="reason" label="原因" prompt="写进历史和审计" required>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 5 }}
              onChange={(event) => form.set('reason', event.target.value)}
            />
          )}
        </FormField>
      </FormFields>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          {form.values.effectiveFrom === today ? '今天起执行' : `${form.values.effectiveFrom} 起执行`}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  )
}
