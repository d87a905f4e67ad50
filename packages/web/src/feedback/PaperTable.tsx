import { feedbackFormColumns as columns } from '@zhuowei/domain/clauses/prescribed.ts'
import type { FormContent } from '@zhuowei/domain/feedback/form.ts'
import { paperForm } from '@zhuowei/domain/feedback/paper.ts'
import styles from './PaperTable.module.css'

/** 六.3.2)③ the 附表 as it is printed. */
export function PaperTable({ customer, content }: { customer: string; content: FormContent }) {
  return (
    <table className={styles.table}>
      <caption>{columns.title}</caption>
      <colgroup>
        <col className={styles.block} />
        <col className={styles.item} />
        <col />
        <col className={styles.remark} />
      </colgroup>
      <tbody>
        {paperForm(customer, content).map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a printed form do not move
          <tr key={row}>
            {cells.map(({ text, isHeading, columns: across, rows: down }, column) => {
              const Cell = isHeading ? 'th' : 'td'
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do its cells
                <Cell key={column} colSpan={across} rowSpan={down}>
                  {text}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
