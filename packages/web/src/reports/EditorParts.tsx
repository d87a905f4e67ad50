import type { OpenedDaily } from '@zhuowei/contract/report-shapes.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import styles from './Editor.module.css'

type Form = Pick<OpenedDaily, 'subject' | 'timeOption' | 'reader'>

/** The card of the regulation in one line: subject, time option, period, reader. */
export function Heading({ opened, period }: { opened: Form; period: string }) {
  return (
    <dl className={styles.heading}>
      <div>
        <dt>{reportFields.subject}</dt>
        <dd className={styles.subject}>{opened.subject}</dd>
      </div>
      <div>
        <dt>{reportFields.timeOption}</dt>
        <dd>{opened.timeOption}</dd>
      </div>
      <div>
        <dt>日期</dt>
        <dd>{period}</dd>
      </div>
      {opened.reader && (
        <div className={styles.reader}>
          <dt>阅读人</dt>
          <dd>{opened.reader.name}</dd>
        </div>
      )}
    </dl>
  )
}

/** One of the two prescribed boxes, with the prompt of the text. */
export function BoxHead({
  id,
  label,
  prompt,
  note,
}: {
  id: string
  label: string
  prompt: string
  note?: string | undefined
}) {
  return (
    <div className={styles.boxHead}>
      <h2 id={id}>{label}</h2>
      <span>{prompt}</span>
      {note && <small>{note}</small>}
    </div>
  )
}

export function FieldError({ id, message }: { id: string; message: string | undefined }) {
  return (
    <div id={id} aria-live="polite">
      {message && <p className={styles.error}>{message}</p>}
    </div>
  )
}
