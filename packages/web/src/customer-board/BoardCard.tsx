import { Link } from '@tanstack/react-router'
import type { CustomerListItem } from '@zhuowei/contract/customer-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type AccountStatus, accountStatuses, accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { Button, Dropdown } from 'antd'
import type { DragEvent } from 'react'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { LevelBadge } from '../ui/LevelBadge.tsx'
import styles from './Board.module.css'

const levelOf = { A: 1, B: 2, C: 3 } as const

interface BoardCardProps {
  card: CustomerListItem
  /** On a board of several owners. */
  showOwner: boolean
  onMove: (to: AccountStatus) => void
  onDragStart: (event: DragEvent) => void
}

/** Dragged with the mouse, or moved with 移到, which fingers and keys reach. */
export function BoardCard({ card, showOwner, onMove, onDragStart }: BoardCardProps) {
  const { id, name, grade, owner, status, lastActivityAt, lastActivityKind } = card
  const { person } = useSession()
  const today = shanghaiDate(useNow())
  // A project supervisor works on his own customers only; the server has the last word (§3A).
  const movable = person.role !== 'gm' && (person.role !== 'pm' || owner?.id === person.id)
  const on = shanghaiDate(new Date(lastActivityAt))
  const last = on.slice(0, 4) === today.slice(0, 4) ? on.slice(5) : on
  return (
    <li className={styles.card} draggable={movable} onDragStart={onDragStart}>
      <p>
        <LevelBadge level={levelOf[grade]} letter={grade} />
        <Link className="tappable" to="/customers/$customerId" params={{ customerId: id }} draggable={false}>
          {name}
        </Link>
      </p>
      <div className={styles.facts}>
        <small>
          {showOwner && <span>{owner?.name ?? '经理池'}</span>}
          <span>{lastActivityKind ? `${last} 往来` : `${last} 建档`}</span>
        </small>
        {movable && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: accountStatuses
                .filter((one) => one !== status)
                .map((one) => ({ key: one, label: accountStatusLabel[one], onClick: () => onMove(one) })),
            }}
          >
            <Button type="text" size="small" aria-label={`移到：${name}`}>
              移到
            </Button>
          </Dropdown>
        )}
      </div>
    </li>
  )
}
