import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { feedbackFormColumns } from '@zhuowei/domain/clauses/prescribed.ts'
import type { CompetitorLine } from '@zhuowei/domain/feedback/form.ts'
import { AutoComplete, Button, Input } from 'antd'
import { read } from '../app/client.ts'
import { useNow } from '../ui/clock.ts'
import { FormField } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { AnswerChoice } from './AnswerChoice.tsx'
import styles from './CompetitorsInput.module.css'
import type { FormInputs } from './form-conflict.ts'

const { title, name: nameLabel, assessment: assessmentLabel } = feedbackFormColumns.competitors
const blank: CompetitorLine = { competitorId: null, name: '', assessment: '' }

/** One line for each competitor: picked from those the division knows, or typed, which enters it. */
export function CompetitorsInput({ form }: { form: ProblemForm<FormInputs> }) {
  const today = shanghaiDate(useNow())
  const known = useQuery(read('competitors', 'list', { query: { limit: 200 } }))
  const entry = form.values.competitors
  const isAbsent = entry.answer === 'none' || entry.answer === 'unknown'
  const lines = entry.lines.length > 0 ? entry.lines : [blank]
  const setLines = (next: readonly CompetitorLine[]) =>
    form.set('competitors', { ...entry, answer: next.length > 0 ? 'known' : 'blank', lines: [...next] })
  const setLine = (index: number, change: Partial<CompetitorLine>) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...change } : line)))
  const errorAt = (index: number, field: keyof CompetitorLine) =>
    form.errorOf(`competitors.lines.${index}.${field}`) ? 'error' : ''
  return (
    <FormField
      form={form}
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
          <div className={styles.lines}>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own while it is typed
              <div key={index} className={styles.line}>
                <AutoComplete
                  {...(index === 0 && { id })}
                  className={styles.name ?? ''}
                  status={errorAt(index, 'name')}
                  aria-invalid={errorAt(index, 'name') === 'error'}
                  aria-label={`第 ${index + 1} 家${nameLabel}`}
                  placeholder={nameLabel}
                  value={line.name}
                  options={known.data?.items.map(({ name }) => ({ value: name })) ?? []}
                  showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
                  onChange={(name: string) => setLine(index, { name, competitorId: null })}
                />
                <Input.TextArea
                  className={styles.assessment ?? ''}
                  status={errorAt(index, 'assessment')}
                  aria-invalid={errorAt(index, 'assessment') === 'error'}
                  aria-label={`第 ${index + 1} 家${assessmentLabel}`}
                  placeholder={assessmentLabel}
                  value={line.assessment}
                  maxLength={2000}
                  autoSize={{ minRows: 1 }}
                  onChange={({ target }) => setLine(index, { assessment: target.value })}
                />
                <Button
                  className={styles.remove ?? ''}
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={`去掉第 ${index + 1} 家`}
                  onClick={() => setLines(lines.filter((_, at) => at !== index))}
                />
              </div>
            ))}
            <Button type="link" icon={<PlusOutlined />} onClick={() => setLines([...lines, blank])}>
              再加一家
            </Button>
          </div>
        )
      }
    </FormField>
  )
}
