import type { TeamCalendar, TeamCalendarEntry } from '@zhuowei/contract/team-calendar.ts'
import { monthOf } from '@zhuowei/domain/calendar/dates.ts'
import { wordsOf } from './DayGrid.tsx'
import styles from './PhoneMonth.module.css'

interface PhoneMonthProps {
  days: TeamCalendar['days']
  entriesOn: (date: string) => readonly TeamCalendarEntry[]
  month: string
  today: string
  selected: string
  onSelect: (date: string) => void
}

/** A month under the thumb: a dot where something is, red where something is missing; the chosen day stands below. */
export function PhoneMonth({ days, entriesOn, month, today, selected, onSelect }: PhoneMonthProps) {
  return (
    <div className={styles.month}>
      {[...'一二三四五六日'].map((weekday) => (
        <span key={weekday} className={styles.head} aria-hidden="true">
          {weekday}
        </span>
      ))}
      {days.map((day) => {
        const entries = entriesOn(day.date)
        return (
          <button
            key={day.date}
            type="button"
            className={styles.day}
            data-type={day.type}
            data-other={monthOf(day.date) !== month}
            data-today={day.date === today}
            aria-pressed={day.date === selected}
            aria-label={wordsOf(day, entries)}
            onClick={() => onSelect(day.date)}
          >
            {Number(day.date.slice(8))}
            <i data-dot={dotOf(entries)} aria-hidden="true" />
          </button>
        )
      })}
    </div>
  )
}

function dotOf(entries: readonly TeamCalendarEntry[]): string {
  const states = new Set(entries.map(({ state }) => state))
  if (states.has('late')) return 'late'
  if (states.has('due')) return 'due'
  return states.size > 0 ? 'some' : 'none'
}
