import type { PersonOfChain } from '@zhuowei/contract/decision-chain.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { attitudeLabel, purchaseRoleLabel } from '@zhuowei/domain/customers/contact.ts'
import type { ChainRole } from '@zhuowei/domain/decision-chain/person.ts'
import { useNow } from '../ui/clock.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { closeness } from './chain-words.ts'
import styles from './PersonCard.module.css'

interface PersonCardProps {
  person: PersonOfChain
  masked: boolean
  /** On the map the frame around the card takes the focus, and there is room for one role. */
  onMap?: boolean
  onOpen: (id: string) => void
}

/** Name and attitude, position, what part in the purchase, how close and since when; the edge is the attitude. */
export function PersonCard({ person, masked, onMap = false, onOpen }: PersonCardProps) {
  const today = shanghaiDate(useNow())
  const { id, name, position, attitude, purchaseRoles } = person
  const shown = onMap ? 1 : 3
  if (masked) {
    return (
      <div className={styles.card} data-attitude="neutral">
        <strong>{name}</strong>
        <p>{position}</p>
      </div>
    )
  }
  return (
    <button
      type="button"
      className={styles.card}
      data-attitude={attitude}
      tabIndex={onMap ? -1 : 0}
      aria-haspopup="dialog"
      onClick={() => onOpen(id)}
    >
      <span className={styles.head}>
        <strong>{name}</strong>
        <em data-attitude={attitude}>{attitudeLabel[attitude]}</em>
      </span>
      <span className={styles.position} title={position}>
        {position}
      </span>
      <span className={styles.foot}>
        <span className={styles.roles}>
          {purchaseRoles.slice(0, shown).map((role) => (
            <StateTag key={role} tone="outlined">
              {purchaseRoleLabel[role]}
            </StateTag>
          ))}
          {purchaseRoles.length > shown && (
            <span
              className={styles.more}
              title={purchaseRoles.map((role) => purchaseRoleLabel[role]).join('、')}
            >
              等 {purchaseRoles.length} 个
            </span>
          )}
        </span>
        <span className={styles.close}>{closeness(person, today)}</span>
      </span>
    </button>
  )
}

/** 六.3.1)③ what nobody is known to do. */
export function VacantCard({ roles }: { roles: readonly ChainRole[] }) {
  const names = roles.map((role) => purchaseRoleLabel[role])
  return (
    <div className={styles.card} data-attitude="unknown">
      <span className={styles.head}>
        <strong>？</strong>
        <em data-attitude="unknown">未知</em>
      </span>
      <span className={styles.asked}>{names.join('、')}由谁负责</span>
    </div>
  )
}
