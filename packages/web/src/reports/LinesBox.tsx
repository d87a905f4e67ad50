import { type ReactNode, useId } from 'react'
import { usePhone } from '../ui/useMedia.ts'
import styles from './Editor.module.css'
import { errorOf } from './EditorFrame.tsx'
import { BoxHead, FieldError } from './EditorParts.tsx'
import { LineRows } from './LineRows.tsx'
import type { DraftLine, LineBox } from './report-draft.ts'
import type { useReportDraft } from './useReportDraft.ts'

interface LinesBoxProps {
  box: LineBox
  label: string
  prompt: string
  note?: string | undefined
  work: ReturnType<typeof useReportDraft>
  checks?: boolean
  /** What was handed in: read, not written. */
  fixed?: boolean
  timeOf?: (line: DraftLine) => string | undefined
  below?: (line: DraftLine, edit: (change: Partial<DraftLine>) => void) => ReactNode
  /** Where the server reports what is wrong with it, if not under the name of the box. */
  errorPath?: string
  children?: ReactNode
}

/** One box of lines with the prompt of the text, bound to the draft. */
export function LinesBox(props: LinesBoxProps) {
  const { box, label, prompt, note, work, checks, fixed, timeOf, below, errorPath = box, children } = props
  const id = useId()
  const phone = usePhone()
  const error = errorOf(work, errorPath)
  return (
    <section className={styles.card}>
      <BoxHead id={id} label={label} prompt={prompt} note={phone ? undefined : note} />
      <LineRows
        rows={work.draft[box]}
        onChange={(rows) => work.change((before) => ({ ...before, [box]: rows }))}
        label={label}
        checks={checks ?? false}
        fixed={fixed ?? false}
        invalid={error !== undefined}
        errorId={`${id}-error`}
        {...(timeOf && { timeOf })}
        {...(below && { below })}
      >
        {children}
      </LineRows>
      <FieldError id={`${id}-error`} message={error} />
    </section>
  )
}
