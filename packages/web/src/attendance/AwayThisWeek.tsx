import { useQuery } from '@tanstack/react-query'
import type { AbsenceRecord } from '@zhuowei/contract/attendance.ts'
import { absenceKindLabel, portionLabel } from '@zhuowei/domain/attendance/absence.ts'
import {
  addDays,
  isoWeekOf,
  mondayOf,
  type PlainDate,
  shanghaiDate,
  weekdayOf,
} from '@zhuowei/domain/calendar/dates.ts'
import { weekdayShort } from '@zhuowei/domain/calendar/wording.ts'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { Panel } from '../ui/Panel.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './AwayThisWeek.module.css'
import { periodText, stands, whatText } from './words.ts'

/** The week at a glance: one line per person, a bar over the days away; today is the lit column. */
export function AwayThisWeek() {
  const phone = usePhone()
  const today = shanghaiDate(useNow())
  const monday = mondayOf(today)
  const sunday = addDays(monday, 6)
  const { rights, attendanceClerk } = useSession()
  const who = attendanceClerk || rights.includes('absences.write') ? '' : '您'
  const { data } = useQuery(read('absences', 'list', { query: { from: monday, to: sunday } }))
  if (!data) return null
  const away = data.filter(stands)
  const awayToday = away.filter(
    ({ from, to, kind, waiting }) => from <= today && today <= to && !(kind === 'leave' && waiting),
  )
  const week = (
    <>
      <Days monday={monday} today={today} />
      <ul className={styles.people}>
        {byPerson(away).map(({ person, absences }) => (
          <li key={person.id} className={styles.line}>
            <strong>{person.name}</strong>
            <span className={styles.lit} style={{ gridColumn: columnOf(today) }} aria-hidden="true" />
            {absences.map((absence) => (
              <Bar key={absence.id} absence={absence} monday={monday} sunday={sunday} today={today} />
            ))}
          </li>
        ))}
      </ul>
    </>
  )
  const note = noteOf(away, awayToday, who)
  if (phone)
    return (
      <Panel title={`第${isoWeekOf(today).week}周`} note={note} flush={away.length === 0}>
        {away.length > 0 && week}
      </Panel>
    )
  return (
    <section className={styles.strip} aria-label="本周不在">
      <p className={styles.head}>
        <strong>第{isoWeekOf(today).week}周</strong>
        <span>{note}</span>
      </p>
      {away.length > 0 && <div className={styles.week}>{week}</div>}
    </section>
  )
}

function Days({ monday, today }: { monday: PlainDate; today: PlainDate }) {
  return (
    <div className={styles.days} aria-hidden="true">
      {[0, 1, 2, 3, 4, 5, 6].map((offset) => {
        const date = addDays(monday, offset)
        return (
          <span key={date} style={{ gridColumn: columnOf(date) }} data-today={date === today}>
            {weekdayShort(date)} <small>{date.slice(8)}</small>
          </span>
        )
      })}
    </div>
  )
}

interface BarProps {
  absence: AbsenceRecord
  monday: PlainDate
  sunday: PlainDate
  today: PlainDate
}

function Bar({ absence, monday, sunday, today }: BarProps) {
  const { kind, portion, from, to, waiting } = absence
  const first = from < monday ? monday : from
  const last = to > sunday ? sunday : to
  const words = `${whatText(absence)}，${periodText(absence, today)}${waiting ? '，待批准' : ''}`
  return (
    <span
      className={styles.bar}
      data-kind={kind}
      data-portion={portion}
      data-waiting={waiting}
      data-before={from < monday}
      data-after={to > sunday}
      style={{ gridColumn: `${columnOf(first)} / ${columnOf(last) + 1}` }}
      title={words}
    >
      <span aria-hidden="true">{portion === 'full' ? whatText(absence) : portionLabel[portion]}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}

/** The name stands in the first column. */
const columnOf = (date: PlainDate): number => weekdayOf(date) + 1

function byPerson(absences: readonly AbsenceRecord[]) {
  const people = new Map<string, { person: AbsenceRecord['person']; absences: AbsenceRecord[] }>()
  for (const absence of absences.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const line = people.get(absence.person.id) ?? { person: absence.person, absences: [] }
    line.absences.push(absence)
    people.set(absence.person.id, line)
  }
  return [...people.values()]
}

function noteOf(away: readonly AbsenceRecord[], awayToday: readonly AbsenceRecord[], who: string): string {
  if (away.length === 0) return `${who}本周没有请假或出差`
  if (awayToday.length === 0) return `${who}今天没有请假或出差`
  return `今天不在：${awayToday.map(({ person, kind }) => `${person.name}（${absenceKindLabel[kind]}）`).join('、')}`
}
