import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import styles from './BulkDialog.module.css'

/** What was left alone, by reason, with the first names. */
export function SkippedList({ skipped }: Pick<BulkOutcome, 'skipped'>) {
  return (
    <ul className={styles.skipped}>
      {skipped.map(({ reason, count, customers }) => (
        <li key={reason}>
          <strong>
            {reason.replace(/。$/, '')}：{count} 家
          </strong>
          <span>
            {customers.map(({ name }) => name).join('、')}
            {count > customers.length && ` 等 ${count} 家`}
          </span>
        </li>
      ))}
    </ul>
  )
}
