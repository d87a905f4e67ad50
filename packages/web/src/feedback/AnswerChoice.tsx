import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { type Answer, answerLabel } from '@zhuowei/domain/feedback/form.ts'
import { DateField } from '../ui/DateField.tsx'
import styles from './AnswerChoice.module.css'

interface AnswerChoiceProps {
  label: string
  answer: Answer
  on: PlainDate
  today: PlainDate
  onChange: (answer: Answer, on: PlainDate | null) => void
}

/** 无 and 未知 are answers with a day; pressed again, the item is written in words. */
export function AnswerChoice({ label, answer, on, today, onChange }: AnswerChoiceProps) {
  const isAbsent = answer === 'none' || answer === 'unknown'
  return (
    <span className={styles.choice}>
      {(['none', 'unknown'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={answer === one}
          aria-label={`${label}：${answerLabel[one]}`}
          onClick={() => (answer === one ? onChange('blank', null) : onChange(one, isAbsent ? on : today))}
        >
          {answerLabel[one]}
        </button>
      ))}
      {isAbsent && (
        <span className={styles.date}>
          <DateField
            aria-label={`${label}：哪天了解的`}
            value={on}
            max={today}
            onChange={(date) => onChange(answer, date || today)}
          />
        </span>
      )}
    </span>
  )
}
