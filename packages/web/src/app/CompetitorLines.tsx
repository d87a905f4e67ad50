import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { feedbackFormColumns } from '@zhuowei/domain/clauses/prescribed.ts'
import { AutoComplete, Button, Input } from 'antd'
import { useId } from 'react'
import styles from './CompetitorLines.module.css'
import { read } from './client.ts'

interface Line {
  name: string
  assessment: string
}

interface CompetitorLinesProps<L extends Line> {
  lines: readonly L[]
  blank: L
  /** What is wrong with a line, said below it. */
  errorOf: (index: number, field: keyof Line) => string | undefined
  onChange: (lines: L[]) => void
  /** Of the first field, for the label of the whole. */
  id: string
}

/** One line for each competitor: picked from those the division knows, or typed, which enters it. */
export function CompetitorLines<L extends Line>(props: CompetitorLinesProps<L>) {
  const { blank, errorOf, onChange, id } = props
  const { name: nameLabel, assessment: assessmentLabel } = feedbackFormColumns.competitors
  const known = useQuery(read('competitors', 'list', { query: { limit: 200 } }))
  const errorId = useId()
  const isWrong = (index: number, field: keyof Line) => errorOf(index, field) !== undefined
  const lines = props.lines.length > 0 ? props.lines : [blank]
  const setLine = (index: number, next: L) => onChange(lines.map((line, at) => (at === index ? next : line)))
  return (
    <div className={styles.lines}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own while it is typed
        <div key={index} className={styles.line}>
          <AutoComplete
            {...(index === 0 && { id })}
            className={styles.name ?? ''}
            status={isWrong(index, 'name') ? 'error' : ''}
            aria-invalid={isWrong(index, 'name')}
            aria-describedby={`${errorId}-${index}`}
            aria-label={`第 ${index + 1} 家${nameLabel}`}
            placeholder={nameLabel}
            value={line.name}
            options={known.data?.items.map(({ name }) => ({ value: name })) ?? []}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
            // Another name is another company: what else the line held of the old one goes.
            onChange={(name: string) => setLine(index, { ...blank, assessment: line.assessment, name })}
          />
          <Input.TextArea
            className={styles.assessment ?? ''}
            status={isWrong(index, 'assessment') ? 'error' : ''}
            aria-invalid={isWrong(index, 'assessment')}
            aria-label={`第 ${index + 1} 家${assessmentLabel}`}
            placeholder={assessmentLabel}
            value={line.assessment}
            maxLength={2000}
            autoSize={{ minRows: 1 }}
            onChange={({ target }) => setLine(index, { ...line, assessment: target.value })}
          />
          <Button
            className={styles.remove ?? ''}
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`去掉第 ${index + 1} 家`}
            onClick={() => onChange(lines.filter((_, at) => at !== index))}
          />
          <small id={`${errorId}-${index}`} role="alert" className={styles.error}>
            {errorOf(index, 'name') ?? errorOf(index, 'assessment')}
          </small>
        </div>
      ))}
      <Button type="link" icon={<PlusOutlined />} onClick={() => onChange([...lines, blank])}>
        再加一家
      </Button>
    </div>
  )
}
