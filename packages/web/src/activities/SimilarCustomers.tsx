import type { DuplicateCandidate } from '@zhuowei/contract/customer-shapes.ts'
import { Button } from 'antd'
import { GradeBadge } from './CustomerRow.tsx'
import styles from './SimilarCustomers.module.css'

interface SimilarCustomersProps {
  similar: readonly DuplicateCandidate[]
  onChoose: (customerId: string) => void
}

/** Who may be meant: one touch takes that customer instead of a second one of the same name. */
export function SimilarCustomers({ similar, onChoose }: SimilarCustomersProps) {
  if (similar.length === 0) return null
  return (
    <div className={styles.box} role="status">
      <strong>可能已经有了</strong>
      <ul>
        {similar.map(({ customer, ownerName, text, reason }) => (
          <li key={`${customer?.id ?? ownerName} ${reason}`}>
            {customer && <GradeBadge grade={customer.grade} />}
            <div>
              {customer && <p>{customer.name}</p>}
              <small>{text}</small>
            </div>
            {customer && <Button onClick={() => onChoose(customer.id)}>就是这家</Button>}
          </li>
        ))}
      </ul>
    </div>
  )
}
