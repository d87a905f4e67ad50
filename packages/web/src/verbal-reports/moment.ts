import { atShanghai, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'

/** A day and a time of day in the form; without a time it is now. */
export interface Moment {
  date: PlainDate
  time: string
}

/** As the server reads it. */
export const instantOf = ({ date, time }: Moment): string => atShanghai(date, time).toISOString()
