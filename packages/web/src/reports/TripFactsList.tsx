import type { OpenedTrip } from '@zhuowei/contract/period-reports.ts'
import { daysBetween } from '@zhuowei/domain/calendar/dates.ts'
import styles from './TripFactsList.module.css'

/** Where the trip went, for how long and what for, as it was registered. */
export function TripFactsList({ trip, facts }: Pick<OpenedTrip, 'trip' | 'facts'>) {
  const visits = facts.filter(({ box, line }) => box === 'description' && line.ref?.type === 'visit').length
  return (
    <dl className={styles.facts}>
      <div>
        <dt>地区</dt>
        <dd>{trip.place}</dd>
      </div>
      <div>
        <dt>天数</dt>
        <dd>{daysBetween(trip.from, trip.to) + 1} 天</dd>
      </div>
      <div>
        <dt>事由</dt>
        <dd>{trip.reason}</dd>
      </div>
      <div>
        <dt>途中往来</dt>
        <dd>{visits} 次</dd>
      </div>
    </dl>
  )
}
