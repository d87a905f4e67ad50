import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { type TodayGroup, type TodayItem, todayGroups } from '@zhuowei/contract/today.ts'
import { addDays, endOfDay, mondayOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import type { Ask } from '../platform/db/together.ts'
import type { Reading } from '../platform/http/implement.ts'

/** What the parts of the page are given: to read for whom, and one way to the database for all of them. */
export interface Asking extends Reading {
  ask: Ask
}

export interface Item extends Omit<OnServer<TodayItem>, 'group'> {
  /** A report that still counts when it is filed from now on comes before what is lost already. */
  saveFrom?: Date
}

const halfHour = 30 * 60_000

/** First what can still be saved, then what is overdue, then today, this week and the next; inside each by due instant. */
export function inOrder(items: readonly Item[], now: Date): OnServer<TodayItem>[] {
  return items
    .map(({ saveFrom, ...item }) => ({ ...item, group: groupOf(item.dueAt, saveFrom, now) }))
    .toSorted(
      (one, other) =>
        todayGroups.indexOf(one.group) - todayGroups.indexOf(other.group) ||
        one.dueAt.getTime() - other.dueAt.getTime(),
    )
}

function groupOf(dueAt: Date, saveFrom: Date | undefined, now: Date): TodayGroup {
  if (!isMet(dueAt, now)) return 'overdue'
  if (dueAt.getTime() - now.getTime() < halfHour) return 'soon'
  if (saveFrom && saveFrom <= now) return 'save'
  const today = shanghaiDate(now)
  if (dueAt <= endOfDay(today)) return 'today'
  const sunday = addDays(mondayOf(today), 6)
  if (dueAt <= endOfDay(sunday)) return 'week'
  return dueAt <= endOfDay(addDays(sunday, 7)) ? 'next' : 'later'
}

/** The end of the week that the page looks ahead to: Sunday, or the next Sunday from Friday on, so that Monday is never a surprise. */
export function horizonOf(today: string): string {
  const sunday = addDays(mondayOf(today), 6)
  return today >= addDays(sunday, -2) ? addDays(sunday, 7) : sunday
}

/**
 * The lower end of a range that has none. A range with both ends the planner expects to be short whatever its values are, so that a
 * small question keeps one plan; one with an open end it plans anew each time.
 */
export const beginning = '2000-01-01'
