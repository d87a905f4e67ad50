import type { ParameterValue, RegulationParameter } from '@zhuowei/contract/regulation.ts'
import { Input, InputNumber, Radio } from 'antd'
import type { FieldControl } from '../ui/useProblemForm.ts'
import styles from './ParameterForm.module.css'

interface ValueInputProps {
  parameter: RegulationParameter
  control: FieldControl<ParameterValue>
  onChange: (value: ParameterValue) => void
}

/** The control for the kind of the parameter; its limits are said, not only enforced. */
export function ValueInput({ parameter, control, onChange }: ValueInputProps) {
  const { value, ...rest } = control
  const limits = parameter.min === null ? null : `${parameter.min} 到 ${parameter.max}`
  switch (parameter.kind) {
    case 'choice':
      return (
        <Choice
          control={control}
          options={parameter.options.map((option) => ({ ...option, given: option.value }))}
          onChange={onChange}
        />
      )
    case 'boolean':
      return (
        <Choice
          control={control}
          options={[
            { value: 'true', label: '是', given: true },
            { value: 'false', label: '否', given: false },
          ]}
          onChange={onChange}
        />
      )
    case 'integer':
      return (
        <div className={styles.number}>
          <InputNumber
            {...rest}
            controls={false}
            value={typeof value === 'number' ? value : null}
            onChange={(number) => onChange(number ?? '')}
          />
          <small>{limits}</small>
        </div>
      )
    case 'time':
      return (
        <div className={styles.number}>
          <Input
            {...rest}
            value={String(value)}
            placeholder="09:00"
            maxLength={5}
            style={{ width: 90 }}
            onChange={(event) => onChange(event.target.value)}
          />
          <small>{limits}</small>
        </div>
      )
    case 'text':
      return <Input {...rest} value={String(value)} onChange={(event) => onChange(event.target.value)} />
  }
}

interface ChoiceProps {
  control: FieldControl<ParameterValue>
  options: readonly { value: string; label: string; given: ParameterValue }[]
  onChange: (value: ParameterValue) => void
}

function Choice({ control, options, onChange }: ChoiceProps) {
  return (
    <Radio.Group
      id={control.id}
      aria-describedby={control['aria-describedby']}
      value={String(control.value)}
      onChange={({ target }) =>
        onChange(options.find((option) => option.value === target.value)?.given ?? '')
      }
      vertical
      options={options.map(({ value, label }) => ({ value, label }))}
    />
  )
}
