import { dateTimeWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { useNow } from './clock.ts'
import styles from './Watermark.module.css'

/** Who is looking and when, at ≤ 4 % opacity over pages with other people's data (三.1); it stops no click and no selection. */
export function Watermark({ text }: { text: string }) {
  const now = useNow()
  const line = `${text} ${dateTimeWithWeekday(now)}`
  const tile = `<svg xmlns="http://www.w3.org/2000/svg" width="340" height="190"><text x="170" y="100" text-anchor="middle" transform="rotate(-18 170 95)" font-family="sans-serif" font-size="14" fill="#808080">${escaped(line)}</text></svg>`
  return (
    <div
      className={styles.watermark}
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(tile)}")` }}
      aria-hidden="true"
    />
  )
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
