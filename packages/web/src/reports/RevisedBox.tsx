import type { ReportKind } from '@zhuowei/domain/reports/kinds.ts'
import { Input } from 'antd'
import { useId } from 'react'
import { LineRows } from './LineRows.tsx'
import type { BoxWords } from './report-boxes.ts'
import type { ReportDraft } from './report-draft.ts'

interface RevisedBoxProps {
  words: BoxWords
  kind: ReportKind
  draft: ReportDraft
  onChange: (change: Partial<ReportDraft>) => void
  errorOf: (path: string) => string | undefined
}

/** One box of a submitted report while it is being changed. */
export function RevisedBox({
  words: { box, label, prompt },
  kind,
  draft,
  onChange,
  errorOf,
}: RevisedBoxProps) {
  const id = useId()
  const heading = (
    <h3 id={id}>
      {label} {prompt && <span>{prompt}</span>}
    </h3>
  )
  if (box === 'issue')
    return (
      <>
        {heading}
        <Input.TextArea
          aria-labelledby={id}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={draft.issue}
          maxLength={4000}
          onChange={({ target }) => onChange({ issue: target.value })}
        />
      </>
    )
  const isPlan = box === 'description' && (kind === 'daily' || kind === 'weekly')
  return (
    <>
      {heading}
      <LineRows
        rows={draft[box]}
        onChange={(rows) => onChange({ [box]: rows })}
        label={label}
        checks={isPlan}
        invalid={errorOf(box) !== undefined}
      />
    </>
  )
}
