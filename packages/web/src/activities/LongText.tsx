import { Input } from 'antd'
import type { ReactNode } from 'react'
import { FormField } from '../ui/FormField.tsx'
import { usePhone } from '../ui/useMedia.ts'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { VoiceKey } from '../ui/VoiceKey.tsx'
import styles from './LongText.module.css'
import type { VisitDraft } from './visit-draft.ts'

type TextName = 'content' | 'result' | 'problem' | 'nextStep' | 'gradeReason' | 'resources'

interface LongTextProps {
  form: ProblemForm<VisitDraft>
  name: TextName
  label: string
  required?: boolean
  placeholder?: string
  prompt?: ReactNode
  /** Left of the voice key: a word that fills the field. */
  quick?: ReactNode
  maxLength: number
  rows?: number
}

/** A text of some sentences that grows with what is written, typed or spoken. */
export function LongText({
  form,
  name,
  label,
  quick,
  placeholder,
  maxLength,
  rows = 2,
  ...rest
}: LongTextProps) {
  const { required = false, prompt } = rest
  const phone = usePhone()
  return (
    <FormField
      form={form}
      name={name}
      label={label}
      required={required}
      prompt={prompt}
      extra={
        <span className={styles.extra}>
          {quick}
          <VoiceKey
            label={label}
            onText={(text) => form.set(name, (form.values[name] + text).slice(0, maxLength))}
          />
        </span>
      }
    >
      {(control) => (
        <Input.TextArea
          {...control}
          className={styles.text}
          variant={phone ? 'borderless' : 'outlined'}
          onChange={({ target }) => form.set(name, target.value)}
          placeholder={placeholder}
          autoSize={{ minRows: phone ? 1 : rows, maxRows: 10 }}
          maxLength={maxLength}
          showCount={form.values[name].length > maxLength * 0.8}
        />
      )}
    </FormField>
  )
}
