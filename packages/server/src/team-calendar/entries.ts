import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { TeamCalendarEntry } from '@zhuowei/contract/team-calendar.ts'
import { atShanghai, endOfDay, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { namesWholeDay } from '@zhuowei/domain/calendar/deadline.ts'

export interface Span {
  from: PlainDate
  to: PlainDate
}

/** An entry of the calendar page, with what a calendar program asks for beside it. */
export type Entry = OnServer<TeamCalendarEntry> & {
  changedAt: Date
  revision: number
  /** The person is not free then. */
  busy: boolean
  place: string | null
}

export const instantsOf = ({ from, to }: Span): [Date, Date] => [atShanghai(from, '00:00'), endOfDay(to)]

/** On one whole day. */
export const onDay = (date: PlainDate) => ({ from: date, to: date, at: null, until: null })

/** 24:00 belongs to the day that it ends. */
export const dueDay = (dueAt: Date): PlainDate =>
  shanghaiDate(namesWholeDay(dueAt) ? new Date(dueAt.getTime() - 1) : dueAt)
