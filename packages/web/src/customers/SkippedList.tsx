import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import { Button } from 'antd'
import { useState } from 'react'
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
            <CustomerNames count={count} customers={customers} />
          </span>
        </li>
      ))}
    </ul>
  )
}

const shownFirst = 10

/** The first ten, the others that are known on demand. */
export function CustomerNames({
  count,
  customers,
}: {
  count: number
  customers: readonly { name: string }[]
}) {
  const [open, setOpen] = useState(false)
  const shown = open ? customers : customers.slice(0, shownFirst)
  return (
    <>
      {shown.map(({ name }) => name).join('、')}
      {count > shown.length && ` 等 ${count} 家`}
      {customers.length > shown.length && (
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          再看 {customers.length - shown.length} 家
        </Button>
      )}
    </>
  )
}
