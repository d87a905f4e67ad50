import type { TeamCalendar, TeamCalendarEntry } from '@zhuowei/contract/team-calendar.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { dayTypeLabel } from '@zhuowei/domain/calendar/working-days.ts'
import styles from './DayList.module.css'
import { EntryLine } from './EntryLine.tsx'

interface DayListProps {
  day: TeamCalendar['days'][number]
  entries: readonly TeamCalendarEntry[]
  named: boolean
}

/** Everything of one day; each line opens its record. */
export function DayList({ day, entries, named }: DayListProps) {
  const kind = day.type === 'working' ? '' : day.name || dayTypeLabel[day.type]
  return (
    <section className={styles.day} aria-label={dateWithWeekday(day.date)}>
      <h2>
        {dateWithWeekday(day.date)} {kind && <small>{kind}</small>}
      </h2>
      {entries.length === 0 ? (
        <p>这一天没有安排。</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <li key={entry.key}>
              <EntryLine entry={entry} named={named} full />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
