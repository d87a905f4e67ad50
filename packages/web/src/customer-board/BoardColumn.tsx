import type { CustomerListItem } from '@zhuowei/contract/customer-shapes.ts'
import { type AccountStatus, accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { Button } from 'antd'
import { type DragEvent, useState } from 'react'
import { readPages } from '../app/client.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePages } from '../ui/usePages.ts'
import styles from './Board.module.css'
import { BoardCard } from './BoardCard.tsx'

/** What a dragged card carries. */
const cardType = 'application/x-zhuowei-customer'

interface BoardColumnProps {
  status: AccountStatus
  filters: { ownerId?: string[] }
  sums: { count: number; important: number }
  onMove: (card: CustomerListItem, to: AccountStatus) => void
}

/** One status: its sums, its cards, and its own next page. */
export function BoardColumn({ status, filters, sums, onMove }: BoardColumnProps) {
  const source = usePages(
    readPages('customers', 'list', { query: { ...filters, status: [status], limit: 20 } }),
  )
  const [over, setOver] = useState(false)
  const label = accountStatusLabel[status]
  const onDrop = (event: DragEvent) => {
    setOver(false)
    const text = event.dataTransfer.getData(cardType)
    if (!text) return
    event.preventDefault()
    const card: CustomerListItem = JSON.parse(text) // written by onDragStart below
    if (card.status !== status) onMove(card, status)
  }
  return (
    <section
      className={styles.column}
      data-over={over}
      aria-label={`${label} ${sums.count} 家`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(cardType)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false) // null outside the window
      }}
      onDrop={onDrop}
    >
      <header className={styles.head}>
        <h2>{label}</h2>
        <span>
          {sums.count} 家{sums.important > 0 && `，A 级 ${sums.important}`}
        </span>
      </header>
      {source.error && !source.items ? (
        <RefusalBox error={source.error} onRetry={source.retry} />
      ) : !source.items ? (
        <ListSkeleton rows={3} />
      ) : (
        <ul className={styles.cards}>
          {source.items.map((card) => (
            <BoardCard
              key={card.id}
              card={card}
              showOwner={!filters.ownerId}
              onMove={(to) => onMove(card, to)}
              onDragStart={(event) => event.dataTransfer.setData(cardType, JSON.stringify(card))}
            />
          ))}
          {source.items.length === 0 && <li className={styles.none}>没有{label}的客户</li>}
          {source.hasMore && (
            <li>
              <Button type="link" block loading={source.isLoadingMore} onClick={source.loadMore}>
                再看后面的
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
