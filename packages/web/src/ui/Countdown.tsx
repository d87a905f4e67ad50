import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { countdown, deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import styles from './Countdown.module.css'
import { useNow } from './clock.ts'
import { urgencyOf } from './due.ts'

/** 剩 20 分 · 明天 · 逾期 3 天, on the server's clock; the exact instant is in the tooltip. */
export function Countdown({ due }: { due: Date | string }) {
  const now = useNow()
  const instant = new Date(due)
  return (
    <time
      className={styles.countdown}
      data-urgency={urgencyOf(instant, now)}
      dateTime={instant.toISOString()}
      title={deadlineText(instant, shanghaiDate(now))}
    >
      {countdown(now, instant)}
    </time>
  )
}
