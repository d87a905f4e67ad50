import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { feedbackFormColumns } from '@zhuowei/domain/clauses/prescribed.ts'
import type { CompetitorLine } from '@zhuowei/domain/feedback/form.ts'
import { CompetitorLines } from '../app/CompetitorLines.tsx'
import { useNow } from '../ui/clock.ts'
import { FormField } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { AnswerChoice } from './AnswerChoice.tsx'
import type { FormInputs } from './form-conflict.ts'

const { title } = feedbackFormColumns.competitors
const blank: CompetitorLine = { competitorId: null, name: '', assessment: '' }

export function CompetitorsInput({ form }: { form: ProblemForm<FormInputs> }) {
  const today = shanghaiDate(useNow())
  const entry = form.values.competitors
  const lineErrorOf = (index: number, field: 'name' | 'assessment') =>
    form.errorOf(`competitors.lines.${index}.${field}`)
  // What stands below its line is not said a second time below them all.
  const isSaidBelowLine = entry.lines.some(
    (_, index) => lineErrorOf(index, 'name') ?? lineErrorOf(index, 'assessment'),
  )
  const isAbsent = entry.answer === 'none' || entry.answer === 'unknown'
  return (
    <FormField
      form={isSaidBelowLine ? { ...form, errorOf: () => undefined } : form}
      name="competitors"
      label={title}
      extra={
        <AnswerChoice
          label={title}
          answer={entry.answer}
          on={entry.on ?? today}
          today={today}
          onChange={(answer, on) =>
            form.set('competitors', {
              ...entry,
              answer: answer === 'blank' && entry.lines.length > 0 ? 'known' : answer,
              on,
            })
          }
        />
      }
    >
      {({ id }) =>
        !isAbsent && (
          <CompetitorLines
            id={id}
            lines={entry.lines}
            blank={blank}
            errorOf={lineErrorOf}
            onChange={(lines) =>
              form.set('competitors', { ...entry, answer: lines.length > 0 ? 'known' : 'blank', lines })
            }
          />
        )
      }
    </FormField>
  )
}
