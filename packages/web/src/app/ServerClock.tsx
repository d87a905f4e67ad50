import { isoWeekOf, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { useNow } from '../ui/clock.ts'
import styles from './ServerClock.module.css'

/** Date, server time and week: what every deadline on the page is judged by. */
export function ServerClock() {
  const now = useNow()
  const today = shanghaiDate(now)
  return (
    <time className={styles.clock} dateTime={now.toISOString()} title="服务器时间">
      <span>{dateWithWeekday(today)}</span> <strong>{shanghaiTime(now)}</strong>
      <span className={styles.week}>第 {isoWeekOf(today).week} 周</span>
    </time>
  )
}
