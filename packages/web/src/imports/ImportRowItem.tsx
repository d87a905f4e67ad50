import {
  type ImportDetail,
  type ImportField,
  type ImportOutcome,
  type ImportReason,
  type ImportRow,
  importOutcomeLabel,
} from '@zhuowei/contract/import-shapes.ts'
import { PathLink } from '../app/PathLink.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import styles from './ImportRowItem.module.css'

/** One row: number, customer and contact, outcome, reasons; opened, each cell with what is wrong with it or kept of it. */
export function ImportRowItem({ row, one }: { row: ImportRow; one: ImportDetail }) {
  const { headers } = one
  const remarks = [...row.reasons, ...keptOtherwise(row, one)]
  const isWithdrawn = one.state === 'undone' && row.applied && !row.keptReason
  return (
    <details className={styles.row}>
      <summary>
        <span className={styles.number}>{row.rowNo}</span>
        <span className={styles.name}>
          <strong title={row.name}>{row.name || '（没有名称）'}</strong>
          <span title={row.contact}>{row.contact}</span>
        </span>
        <span>
          <Outcome row={row} isWithdrawn={isWithdrawn} />
        </span>
        <span className={styles.reasons}>
          {remarks.length === 0 && !row.keptReason && (
            <span className={styles.rest} title={restOf(row)}>
              {restOf(row)}
            </span>
          )}
          {row.keptReason && <span>{row.keptReason}</span>}
          {remarks.map(({ column, text, note }) => (
            <span key={`${column} ${text}`} data-note={note}>
              {column && <b>{column}：</b>}
              {text}
            </span>
          ))}
        </span>
      </summary>
      <dl className={styles.cells}>
        {headers.map((header, column) => {
          const fault = faultOf(row, header)
          return row.cells[column] || fault ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may have two columns of one name
            <div key={column}>
              <dt>{header || `第 ${column + 1} 列`}</dt>
              <dd data-fault={fault !== undefined}>{row.cells[column] || '空'}</dd>
              {fault && <dd className={styles.fault}>{fault.text}</dd>}
              {!fault && keptText(row, column) && <dd className={styles.kept}>{keptText(row, column)}</dd>}
            </div>
          ) : null
        })}
      </dl>
      {row.customerId && !isWithdrawn && (
        <p className={styles.open}>
          <PathLink path={`/customers/${row.customerId}`}>打开客户</PathLink>
        </p>
      )}
    </details>
  )
}

/** What became of the row; after the undo that is what counts. */
function Outcome({ row, isWithdrawn }: { row: ImportRow; isWithdrawn: boolean }) {
  if (row.keptReason) return <StateTag tone="amber">保留</StateTag>
  if (isWithdrawn) return <StateTag tone="grey">已撤回</StateTag>
  return row.outcome && <StateTag tone={tones[row.outcome]}>{importOutcomeLabel[row.outcome]}</StateTag>
}

const faultOf = ({ reasons }: ImportRow, header: string): ImportReason | undefined =>
  reasons.find(({ column, note }) => column === header && !note)

function keptText({ stored }: ImportRow, column: number): string | undefined {
  const kept = stored[column] ?? null
  if (kept === null) return undefined
  return kept === '' ? '当作没填' : `存为 ${kept}`
}

/** By these a customer is found again: what is kept of them is said before the row is opened. */
const telling: readonly (ImportField | null)[] = [
  'name',
  'contactName',
  'contactPhone',
  'phone',
  'creditCode',
]

function keptOtherwise(row: ImportRow, { headers, mapping }: ImportDetail): ImportReason[] {
  if (row.outcome === 'error' || row.outcome === 'duplicate') return []
  return headers.flatMap((column, index) => {
    const text = telling.includes(mapping[index] ?? null) ? keptText(row, index) : undefined
    const said = row.reasons.some((reason) => reason.column === column)
    return text && !said ? [{ column, text, note: true }] : []
  })
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
