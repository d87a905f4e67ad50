import type { CalendarDayView } from '@zhuowei/contract/calendar.ts'
import { daysBetween } from '@zhuowei/domain/calendar/dates.ts'

/** Neighbouring days of one kind and name: 春节 02-15 至 02-23. */
export interface Break {
  from: string
  to: string
  type: CalendarDayView['type']
  name: string
  source: CalendarDayView['source']
}

/** What is special about a year: holidays, makeup days, and whatever was set by hand. */
export function breaksOf(days: readonly CalendarDayView[]): readonly Break[] {
  const breaks: Break[] = []
  for (const day of days.filter(isSpecial)) {
    const last = breaks.at(-1)
    if (last && continues(last, day)) last.to = day.date
    else breaks.push({ ...day, from: day.date, to: day.date })
  }
  return breaks
}

const isSpecial = (day: CalendarDayView) =>
  day.type === 'holiday' || day.type === 'makeup' || day.source === 'manual'

const continues = (last: Break, day: CalendarDayView) =>
  daysBetween(last.to, day.date) === 1 &&
  last.type === day.type &&
  last.name === day.name &&
  last.source === day.source
