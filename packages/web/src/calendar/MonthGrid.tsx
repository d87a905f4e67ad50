import type { CalendarDayView } from '@zhuowei/contract/calendar.ts'
import { addDays, firstDayOfMonth, isoWeekOf, mondayOf, weekdayOf } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { daySourceLabel, dayTypeLabel } from '@zhuowei/domain/calendar/working-days.ts'
import { useEffect, useRef } from 'react'
import styles from './MonthGrid.module.css'

interface MonthGridProps {
  /** 2026-11. */
  month: string
  workingDays: number
  days: readonly CalendarDayView[]
  today: string
  selected: string | undefined
  onSelect: (date: string) => void
}

/** One month, weeks from Monday with their number; 休 and 班 stand on the days that differ from an ordinary week. */
export function MonthGrid({ month, workingDays, days, today, selected, onSelect }: MonthGridProps) {
  const first = firstDayOfMonth(month)
  const section = useRef<HTMLElement>(null)
  const isNow = today.startsWith(month)
  // The year opens where one is in it, not in January.
  useEffect(() => {
    if (isNow) section.current?.scrollIntoView({ block: 'nearest' })
  }, [isNow])
  return (
    <section ref={section} className={styles.month} aria-label={`${Number(month.slice(5))} 月`}>
      <header>
        <h3>{Number(month.slice(5))} 月</h3>
        <span>{workingDays} 个工作日</span>
      </header>
      <div className={styles.grid}>
        <span className={styles.weekday}>周</span>
        {[...'一二三四五六日'].map((weekday) => (
          <span key={weekday} className={styles.weekday}>
            {weekday}
          </span>
        ))}
        {mondaysOf(first, days.at(-1)?.date ?? first).map((monday, row) => (
          <span key={monday} className={styles.week} style={{ gridRow: row + 2 }}>
            {isoWeekOf(monday).week}
          </span>
        ))}
        {days.map((day) => (
          <button
            key={day.date}
            type="button"
            className={styles.day}
            data-type={day.type}
            data-source={day.source}
            data-today={day.date === today}
            aria-pressed={day.date === selected}
            aria-label={describe(day)}
            title={describe(day)}
            style={{ gridColumn: weekdayOf(day.date) + 1, gridRow: rowOf(day.date, first) }}
            onClick={() => onSelect(day.date)}
          >
            {Number(day.date.slice(8))}
            {glyphs[day.type] && <i aria-hidden="true">{glyphs[day.type]}</i>}
          </button>
        ))}
      </div>
    </section>
  )
}

const glyphs: Partial<Record<CalendarDayView['type'], string>> = { holiday: '休', makeup: '班' }

function describe({ date, type, name, source }: CalendarDayView): string {
  const what = name ? `${dayTypeLabel[type]}，${name}` : dayTypeLabel[type]
  return `${dateWithWeekday(date)} ${what}（${daySourceLabel[source]}）`
}

function mondaysOf(first: string, last: string): string[] {
  const mondays: string[] = []
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) mondays.push(monday)
  return mondays
}

const weekMs = 7 * 24 * 60 * 60 * 1000
const rowOf = (date: string, first: string) =>
  (Date.parse(mondayOf(date)) - Date.parse(mondayOf(first))) / weekMs + 2
