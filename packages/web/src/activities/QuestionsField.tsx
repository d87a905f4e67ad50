import { useQuery } from '@tanstack/react-query'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { isWordItem } from '@zhuowei/contract/feedback.ts'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { CompetitorLines } from '../app/CompetitorLines.tsx'
import { read } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { TakeOver } from '../ui/TakeOver.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import styles from './QuestionsField.module.css'
import { hasAnswers, isSaid, type VisitDraft } from './visit-draft.ts'

const blank = { name: '', assessment: '' }
type Line = typeof blank

/** 六.3.2)② the most valuable gaps of the 反馈表: what is answered here goes into it with the visit. */
export function QuestionsField({ form, customer }: { form: ProblemForm<VisitDraft>; customer: Customer }) {
  const id = useId()
  // Words that are deleted again must not close it under the hand.
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery(read('feedback', 'get', { params: { id: customer.id } }))
  const { answers, competitors } = form.values
  // Blank lines are not sent, so that the server counts without them.
  const lineErrorOf = (index: number, field: keyof Line) =>
    isSaid(competitors[index] ?? blank)
      ? form.errorOf(`competitors.${competitors.slice(0, index).filter(isSaid).length}.${field}`)
      : undefined
  const isSaidBelowLine = competitors.some(
    (_, index) => lineErrorOf(index, 'name') ?? lineErrorOf(index, 'assessment'),
  )
  const questions = data?.can.edit ? data.questions : []
  if (questions.length === 0) return null
  return (
    <details
      className={styles.questions}
      open={isOpen || hasAnswers(form.values)}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        问到了什么 <small>反馈表还缺 {data?.missing.length} 项</small>
      </summary>
      <p>
        写在这里，随拜访一起进反馈表 <ClauseChip clause="六.3.2)②" />
      </p>
      {questions.map(({ item, question }) =>
        isWordItem(item) ? (
          <div key={item}>
            <label htmlFor={`${id}-${item}`}>{question}</label>
            <Input.TextArea
              id={`${id}-${item}`}
              value={answers[item] ?? ''}
              maxLength={2000}
              autoSize={{ minRows: 1 }}
              onChange={({ target }) => form.set('answers', { ...answers, [item]: target.value })}
            />
            <TakeOver
              source="背景资料"
              known={data?.known.find((one) => one.item === item)}
              typed={answers[item] ?? ''}
              onTake={(text) => form.set('answers', { ...answers, [item]: text })}
            />
          </div>
        ) : (
          <div key={item}>
            <label htmlFor={`${id}-${item}`}>{question}</label>
            <CompetitorLines
              id={`${id}-${item}`}
              lines={form.values.competitors}
              blank={blank}
              errorOf={lineErrorOf}
              onChange={(lines) => form.set('competitors', lines)}
            />
            {!isSaidBelowLine && form.errorOf('competitors') && (
              <small role="alert" className={styles.error}>
                {form.errorOf('competitors')}
              </small>
            )}
          </div>
        ),
      )}
    </details>
  )
}
