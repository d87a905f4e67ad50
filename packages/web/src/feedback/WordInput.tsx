import type { FeedbackForm } from '@zhuowei/contract/feedback.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { feedbackFormColumns as columns } from '@zhuowei/domain/clauses/prescribed.ts'
import { formItemLabel, hasRemark, type WordEntry, type WordItem } from '@zhuowei/domain/feedback/form.ts'
import { Input } from 'antd'
import { useNow } from '../ui/clock.ts'
import { FormField } from '../ui/FormField.tsx'
import { TakeOver } from '../ui/TakeOver.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { AnswerChoice } from './AnswerChoice.tsx'
import type { FormInputs } from './form-conflict.ts'
import styles from './WordInput.module.css'

interface WordInputProps {
  form: ProblemForm<FormInputs>
  item: WordItem
  /** G22: what 背景资料 says about each item. */
  known: FeedbackForm['known']
}

/** One item: written, or 无 / 未知 with the day; the IT rows have a remark each. */
export function WordInput({ form, item, known }: WordInputProps) {
  const today = shanghaiDate(useNow())
  const label = formItemLabel[item]
  const entry = form.values[item]
  const isAbsent = entry.answer === 'none' || entry.answer === 'unknown'
  const set = (change: Partial<WordEntry>) => form.set(item, { ...entry, ...change })
  return (
    <FormField
      form={form}
      name={item}
      label={label}
      extra={
        <AnswerChoice
          label={label}
          answer={entry.answer}
          on={entry.on ?? today}
          today={today}
          onChange={(answer, on) => set({ answer, on })}
        />
      }
      help={
        <TakeOver
          source="背景资料"
          known={known.find((one) => one.item === item)}
          typed={entry.text}
          onTake={(text) => set({ text, answer: 'known' })}
        />
      }
    >
      {({ value: _, ...control }) =>
        !isAbsent && (
          <div className={styles.words} data-remark={hasRemark(item)}>
            <Input.TextArea
              {...control}
              value={entry.text}
              maxLength={2000}
              autoSize={{ minRows: hasRemark(item) ? 1 : 2 }}
              onChange={({ target }) => set({ text: target.value, answer: target.value ? 'known' : 'blank' })}
            />
            {hasRemark(item) && (
              <Input.TextArea
                aria-label={`${label}的${columns.remark}`}
                placeholder={columns.remark}
                value={entry.remark}
                maxLength={1000}
                autoSize={{ minRows: 1 }}
                onChange={({ target }) => set({ remark: target.value })}
              />
            )}
          </div>
        )
      }
    </FormField>
  )
}
