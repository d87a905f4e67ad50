import type { TeamCalendar, TeamCalendarEntry } from '@zhuowei/contract/team-calendar.ts'
import { isoWeekOf, monthOf, weekdayOf } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday, weekdayShort } from '@zhuowei/domain/calendar/wording.ts'
import { dayTypeLabel } from '@zhuowei/domain/calendar/working-days.ts'
import styles from './DayGrid.module.css'
import { EntryLine } from './EntryLine.tsx'

interface DayGridProps {
  days: TeamCalendar['days']
  entriesOn: (date: string) => readonly TeamCalendarEntry[]
  /** The month that is looked at; days of its neighbours stand back. Absent in the week. */
  month?: string
  today: string
  selected: string
  named: boolean
  onSelect: (date: string) => void
}

const linesOfMonth = 3

/** Weeks from Monday; a cell shows its first lines, and the day beside the grid all of them. */
export function DayGrid({ days, entriesOn, month, today, selected, named, onSelect }: DayGridProps) {
  return (
    <div className={styles.grid} data-week={month === undefined}>
      <ol className={styles.heads} aria-hidden="true">
        {days.slice(0, 7).map(({ date }) => (
          <li key={date}>{weekdayShort(date)}</li>
        ))}
      </ol>
      <ol className={styles.days}>
        {days.map((day) => {
          const { date, type } = day
          const entries = entriesOn(date)
          const shown = month === undefined ? entries : entries.slice(0, room(entries.length))
          return (
            <li
              key={date}
              className={styles.day}
              data-type={type}
              data-other={month !== undefined && monthOf(date) !== month}
              data-selected={date === selected}
            >
              <button
                type="button"
                className={styles.date}
                aria-pressed={date === selected}
                aria-label={wordsOf(day, entries)}
                data-today={date === today}
                onClick={() => onSelect(date)}
              >
                <span className={styles.number}>{Number(date.slice(8))}</span>
                {dayMark(day)}
                {weekdayOf(date) === 1 && <small className={styles.week}>第{isoWeekOf(date).week}周</small>}
              </button>
              <ul>
                {shown.map((entry) => (
                  <li key={entry.key}>
                    <EntryLine entry={entry} named={named} />
                  </li>
                ))}
              </ul>
              {shown.length < entries.length && (
                <button type="button" className={styles.more} onClick={() => onSelect(date)}>
                  还有 {entries.length - shown.length} 项
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** The line that says how many more there are takes the place of one. */
const room = (entries: number) => (entries > linesOfMonth ? linesOfMonth - 1 : linesOfMonth)

type Day = TeamCalendar['days'][number]

export function wordsOf({ date, type, name }: Day, entries: readonly TeamCalendarEntry[]): string {
  const kind = type === 'working' ? '' : `，${name || dayTypeLabel[type]}`
  return `${dateWithWeekday(date)}${kind}，${entries.length === 0 ? '没有安排' : `${entries.length} 项`}`
}

function dayMark({ type, name }: Day) {
  if (type === 'holiday') return <small data-mark="holiday">{name || '休'}</small>
  if (type === 'makeup') return <small data-mark="makeup">班</small>
  return null
}
