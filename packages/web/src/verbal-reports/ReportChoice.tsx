import type { VerbalReport } from '@zhuowei/contract/verbal-reports.ts'
import { Radio } from 'antd'
import { InstantText } from '../ui/DateText.tsx'
import type { FieldControl } from '../ui/useProblemForm.ts'
import styles from './verbal-reports.module.css'
import { ReportState } from './words.tsx'

interface ReportChoiceProps {
  control: FieldControl<string | null>
  reports: readonly VerbalReport[]
  onChange: (id: string | null) => void
}

/** Which of the person's reports an incident answers to, the newest first; or none. */
export function ReportChoice({ control, reports, onChange }: ReportChoiceProps) {
  return (
    <Radio.Group
      id={control.id}
      aria-describedby={control['aria-describedby']}
      className={styles.choices}
      value={control.value ?? ''}
      onChange={({ target }) => onChange(target.value || null)}
    >
      <Radio value="">事前没有口头汇报</Radio>
      {reports.map(({ id, topic, state, occurredAt }) => (
        <Radio key={id} value={id}>
          {topic} <ReportState state={state} />
          <small>
            <InstantText at={occurredAt} /> 汇报
          </small>
        </Radio>
      ))}
    </Radio.Group>
  )
}
