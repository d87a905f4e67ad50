import { Checkbox, Input } from 'antd'
import { ClauseChip } from '../../ui/ClauseChip.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { FormField, FormFields } from '../../ui/FormField.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { ProblemForm } from '../../ui/useProblemForm.ts'
import styles from './Departure.module.css'
import type { DepartureValues } from './departure-values.ts'

export function DepartureDate({ form }: { form: ProblemForm<DepartureValues> }) {
  return (
    <Panel title="离职">
      <FormFields columns>
        <FormField
          form={form}
          name="leavingDate"
          label="最后工作日"
          required
          help="这一天仍可登录和交日报，过了零点账号关闭。"
        >
          {(control) => <DateField {...control} onChange={(date) => form.set('leavingDate', date)} />}
        </FormField>
        <FormField form={form} name="reason" label="说明" prompt="写进移交记录">
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              placeholder="例如 个人原因"
              onChange={(event) => form.set('reason', event.target.value)}
            />
          )}
        </FormField>
      </FormFields>
      <Checkbox
        className={styles.shut}
        checked={form.values.shutNow}
        onChange={(event) => form.set('shutNow', event.target.checked)}
      >
        现在就关闭账号，所有设备退出 <ClauseChip clause="三.1" />
      </Checkbox>
    </Panel>
  )
}
