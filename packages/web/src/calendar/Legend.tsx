import type { CalendarDayView } from '@zhuowei/contract/calendar.ts'
import { daysBetween } from '@zhuowei/domain/calendar/dates.ts'
import { weekdayShort } from '@zhuowei/domain/calendar/wording.ts'
import { daySourceLabel, dayTypeLabel } from '@zhuowei/domain/calendar/working-days.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { type Break, breaksOf } from './breaks.ts'
import styles from './Legend.module.css'

const tones: Record<Break['type'], Tone> = {
  holiday: 'green',
  makeup: 'amber',
  rest: 'grey',
  working: 'outlined',
}
const words: Record<Break['type'], string> = { holiday: '休', makeup: '班', rest: '休息', working: '上班' }

interface LegendProps {
  days: readonly CalendarDayView[]
  onSelect: (date: string) => void
}

/** The special days of the year as a list; each leads to its place in the grid. */
export function Legend({ days, onSelect }: LegendProps) {
  const breaks = breaksOf(days)
  if (breaks.length === 0) return <EmptyState title="这一年没有特别的日子" />
  return (
    <ul className={styles.list}>
      {breaks.map((one) => (
        <li key={one.from}>
          <button type="button" onClick={() => onSelect(one.from)}>
            <StateTag tone={tones[one.type]}>{words[one.type]}</StateTag>
            <span className={styles.name}>{one.name || dayTypeLabel[one.type]}</span>
            <span className={styles.when}>
              {spanOf(one)}
              {one.source !== 'official' && <small>{daySourceLabel[one.source]}</small>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** 02-15 周日 至 02-23，9 天. */
function spanOf({ from, to }: Break): string {
  if (from === to) return `${from.slice(5)} ${weekdayShort(from)}`
  return `${from.slice(5)} 至 ${to.slice(5)}，${daysBetween(from, to) + 1} 天`
}
