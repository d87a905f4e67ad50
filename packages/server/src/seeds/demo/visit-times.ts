import { atShanghai, type PlainDate, weekdayOf } from '@zhuowei/domain/calendar/dates.ts'
import { nextWorkingDay } from '@zhuowei/domain/calendar/working-days.ts'
import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import { covers, type DemoAbsence } from './absences.ts'
import { member, type Username } from './cast.ts'
import type { Dice } from './dice.ts'
import type { Quarter } from './quarter.ts'

/** Mostly right after, some in the evening, a few only the next morning. */
export function entered(
  happenedAt: Date,
  who: Username,
  kind: VisitKind,
  date: PlainDate,
  quarter: Quarter,
  dice: Dice,
): Date {
  if (isLastDay(who, date, quarter)) return minutesAfter(happenedAt, 15)
  const when = dice.next()
  if (when < 0.04)
    return minutesAfter(atShanghai(nextWorkingDay(quarter.calendar, date), '08:42'), dice.whole(0, 25))
  if (when < 0.16) return minutesAfter(atShanghai(date, '17:12'), dice.whole(0, 35))
  return minutesAfter(happenedAt, kind === 'call' ? dice.whole(6, 25) : dice.whole(45, 100))
}

function isLastDay(who: Username, date: PlainDate, quarter: Quarter): boolean {
  const { leaving } = member(who)
  return leaving !== undefined && date === quarter.day(leaving)
}

/** When the contacts of a day take place; Monday begins with the meeting, half a day off halves it. */
export function hoursOf(
  who: Username,
  date: PlainDate,
  count: number,
  absences: readonly DemoAbsence[],
  dice: Dice,
): string[] {
  const off = absences.find(
    (absence) => absence.who === who && covers(absence, date) && absence.portion !== 'full',
  )?.portion
  const morning = weekdayOf(date) === 1 ? [650] : [565, 640]
  const starts = [...(off === 'am' ? [] : morning), ...(off === 'pm' ? [] : [835, 905, 970, 1010])]
  return starts
    .map((minutes) => ({ minutes, lot: dice.next() }))
    .sort((one, other) => one.lot - other.lot)
    .slice(0, count)
    .map(({ minutes }) => minutes + dice.whole(-8, 24))
    .sort((one, other) => one - other)
    .map(
      (minutes) =>
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    )
}

export const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000)
