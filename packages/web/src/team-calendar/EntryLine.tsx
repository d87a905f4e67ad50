import { useNavigate } from '@tanstack/react-router'
import type { TeamCalendarEntry } from '@zhuowei/contract/team-calendar.ts'
import { shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import type { MouseEvent, ReactNode } from 'react'
import styles from './EntryLine.module.css'

interface EntryLineProps {
  entry: TeamCalendarEntry
  /** Among others it is said whose it is. */
  named: boolean
  /** The whole text instead of one line of it. */
  full?: boolean
}

/** One thing of a day: its time if it has one, what it is, and by colour whether something is still to be done. */
export function EntryLine({ entry, named, full = false }: EntryLineProps) {
  const time = entry.at && shanghaiTime(new Date(entry.at))
  const title = named && entry.person ? `${entry.person.name} ${entry.title}` : entry.title
  const words = (
    <>
      {time && <time dateTime={entry.at ?? undefined}>{time}</time>}
      <span>{title}</span>
      <span className="visually-hidden">{stateWords[entry.state]}</span>
    </>
  )
  const looks = { 'data-state': entry.state, 'data-kind': entry.kind, 'data-full': full }
  return (
    <div className={styles.line} {...looks} title={full ? undefined : title}>
      {entry.link ? <Way to={entry.link}>{words}</Way> : words}
    </div>
  )
}

/** The address of a record may hold a question, which a link of the router takes for a part of the path. */
function Way({ to, children }: { to: string; children: ReactNode }) {
  const navigate = useNavigate()
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void navigate({ href: to })
  }
  return (
    <a href={to} onClick={go}>
      {children}
    </a>
  )
}

const stateWords: Record<TeamCalendarEntry['state'], string> = {
  due: '，待办',
  late: '，已过期',
  done: '，已完成',
  away: '',
  plain: '',
}
