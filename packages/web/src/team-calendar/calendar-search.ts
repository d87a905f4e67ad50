import {
  addDays,
  firstDayOfMonth,
  lastDayOfMonth,
  mondayOf,
  monthOf,
} from '@zhuowei/domain/calendar/dates.ts'
import * as z from 'zod'

/** The whole view is in the address: a link shows the same days of the same people. */
export const calendarSearch = z.object({
  view: z.enum(['month', 'week']).optional().catch(undefined),
  scope: z.enum(['mine', 'team']).optional().catch(undefined),
  /** The day that is looked at. */
  on: z.iso.date().optional().catch(undefined),
  person: z
    .union([z.array(z.uuid()), z.uuid().transform((one) => [one])])
    .optional()
    .catch(undefined),
  division: z.uuid().optional().catch(undefined),
})
export type CalendarSearch = z.output<typeof calendarSearch>
export type View = 'month' | 'week'

/** Whole weeks from Monday: the week of the day, or all weeks in which the month has a day. */
export function spanOf(view: View, on: string): { from: string; to: string } {
  if (view === 'week') return { from: mondayOf(on), to: addDays(mondayOf(on), 6) }
  const month = monthOf(on)
  return { from: mondayOf(firstDayOfMonth(month)), to: addDays(mondayOf(lastDayOfMonth(month)), 6) }
}

/** The same weekday a week on, or the first of the next month. */
export function step(view: View, on: string, direction: 1 | -1): string {
  if (view === 'week') return addDays(on, 7 * direction)
  const month = monthOf(on)
  return direction === 1
    ? addDays(lastDayOfMonth(month), 1)
    : firstDayOfMonth(monthOf(addDays(firstDayOfMonth(month), -1)))
}
