import { Link } from '@tanstack/react-router'
import type { DuplicateCandidate } from '@zhuowei/contract/customer-shapes.ts'
import { Button } from 'antd'
import { usePhone } from '../ui/useMedia.ts'
import { GradeBadge } from './customer-words.tsx'
import styles from './SimilarCustomers.module.css'

/** Who may be meant, with the way there; of customers out of sight only the owner is named. */
export function SimilarCustomers({ similar }: { similar: readonly DuplicateCandidate[] }) {
  const phone = usePhone()
  if (similar.length === 0) return null
  const blocked = similar.some(({ blocking }) => blocking)
  return (
    <div className={styles.box} data-blocked={blocked} role="status">
      <strong>{blocked ? '已经有这家客户了' : '可能已经有了'}</strong>
      <ul>
        {similar.map(({ customer, ownerName, text, reason }) => (
          <li key={`${customer?.id ?? ownerName} ${reason}`}>
            {customer && <GradeBadge grade={customer.grade} />}
            <div>
              {customer && (
                <Link to="/customers/$customerId" params={{ customerId: customer.id }}>
                  {customer.name}
                </Link>
              )}
              <small>{[text, customer?.number].filter(Boolean).join('，')}</small>
            </div>
            {customer && (
              <Link to="/customers/$customerId" params={{ customerId: customer.id }} className={styles.pick}>
                <Button size={phone ? 'large' : 'small'}>就是这家</Button>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
