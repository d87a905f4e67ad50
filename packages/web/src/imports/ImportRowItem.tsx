import { type ImportOutcome, type ImportRow, importOutcomeLabel } from '@zhuowei/contract/import-shapes.ts'
import { PathLink } from '../app/PathLink.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import styles from './ImportRowItem.module.css'

/** One row: number, customer and contact, outcome, reasons; opened, its cells as they stand in the file. */
export function ImportRowItem({ row, headers }: { row: ImportRow; headers: readonly string[] }) {
  return (
    <details className={styles.row}>
      <summary>
        <span className={styles.number}>{row.rowNo}</span>
        <span className={styles.name}>
          <strong>{row.name || '（没有名称）'}</strong>
          <span>{row.contact}</span>
        </span>
        <span>
          {row.outcome && <StateTag tone={tones[row.outcome]}>{importOutcomeLabel[row.outcome]}</StateTag>}
        </span>
        <span className={styles.reasons}>
          {row.reasons.length === 0 && !row.keptReason && (
            <span className={styles.rest} title={restOf(row)}>
              {restOf(row)}
            </span>
          )}
          {row.keptReason && <span>{row.keptReason}</span>}
          {row.reasons.map(({ column, text, note }) => (
            <span key={`${column} ${text}`} data-note={note}>
              {column && <b>{column}：</b>}
              {text}
            </span>
          ))}
        </span>
      </summary>
      <dl className={styles.cells}>
        {headers.map((header, column) =>
          row.cells[column] ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may have two columns of one name
            <div key={column}>
              <dt>{header || `第 ${column + 1} 列`}</dt>
              <dd>{row.cells[column]}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {row.customerId && (
        <p className={styles.open}>
          <PathLink path={`/customers/${row.customerId}`}>打开客户</PathLink>
        </p>
      )}
    </details>
  )
}

/** What else stands in the row, while there is nothing to object to. */
const restOf = ({ cells, name, contact }: ImportRow) =>
  cells
    .filter((cell) => cell !== '' && cell !== name && cell !== contact && !/^\d{1,5}$/.test(cell))
    .join('，')

const tones: Record<ImportOutcome, Tone> = {
  create: 'green',
  update: 'brand',
  duplicate: 'amber',
  unchanged: 'grey',
  error: 'red',
}
