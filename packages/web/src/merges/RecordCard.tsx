import { Link } from '@tanstack/react-router'
import type { MergeRecord } from '@zhuowei/contract/merges.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { LevelBadge } from '../ui/LevelBadge.tsx'
import styles from './MergeForm.module.css'

const levelOf = { A: 1, B: 2, C: 3 } as const

interface RecordCardProps {
  record: MergeRecord
  kept: boolean
  onKeep: () => void
}

/** One of the records: who has it, what hangs on it, and whether it is the one that stays. */
export function RecordCard({ record, kept, onKeep }: RecordCardProps) {
  const { id, number, name, grade, tradeStatus, ownerName, regionName, createdAt, mayBeKept, hanging } =
    record
  return (
    <div className={styles.record} data-kept={kept}>
      <label className={styles.keep} data-on={kept}>
        <input
          type="radio"
          name="kept"
          checked={kept}
          disabled={!mayBeKept}
          onChange={onKeep}
          aria-label={`保留${name}（${number}）`}
        />
        {kept ? '保留' : '并入保留的一家'}
      </label>
      <p className={styles.name}>
        <LevelBadge level={levelOf[grade]} letter={grade} />
        <Link to="/customers/$customerId" params={{ customerId: id }}>
          <strong>{name}</strong>
        </Link>
      </p>
      <small>
        {[
          number,
          regionName,
          ownerName ?? '经理池',
          tradeStatusLabel[tradeStatus],
          `${shanghaiDate(new Date(createdAt))} 建档`,
        ].join('，')}
      </small>
      <small>
        {hanging.length > 0
          ? hanging.map(({ label, count }) => `${label} ${count}`).join('，')
          : '名下还没有记录'}
      </small>
      {!mayBeKept && (
        <small>
          另一家有过交易，只能并进去 <ClauseChip clause="六.1.1)①" />
        </small>
      )}
    </div>
  )
}
