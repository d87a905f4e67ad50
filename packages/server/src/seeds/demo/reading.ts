import { atShanghai, type PlainDate, weekdayOf } from '@zhuowei/domain/calendar/dates.ts'
import { covers, type DemoAbsence } from './absences.ts'
import type { Username } from './cast.ts'
import type { DemoReport } from './daily-reports.ts'
import type { Dice, Draw } from './dice.ts'
import type { DemoVisit } from './field-work.ts'
import type { Quarter } from './quarter.ts'
import { fill } from './sentences/fill.ts'
import { comments } from './sentences/remarks.ts'

/** A superior goes through the reports that have come in, and writes under some of them. */
export interface DemoReading {
  key: string
  reader: Username
  at: Date
  reports: readonly string[]
  comments: readonly { report: string; at: Date; body: string }[]
}

interface World {
  draw: Draw
  quarter: Quarter
  absences: readonly DemoAbsence[]
  reports: readonly DemoReport[]
  visits: readonly DemoVisit[]
}

/** 五.1.1): the manager reads mornings and evenings, 总经理 reads the manager's reports twice a week. */
export function demoReadings(world: World): DemoReading[] {
  const staff = world.reports.filter(({ who }) => who !== 'anpeizhi')
  const manager = world.reports.filter(({ who }) => who === 'anpeizhi')
  return [
    ...rounds('anpeizhi', managerTimes(world), staff, world),
    ...rounds('lin', generalManagerTimes(world), manager, world),
  ]
}

/** On the last Friday he leaves after six, so that the later reports wait unread on Monday. */
function managerTimes({ draw, quarter, absences }: World): Date[] {
  const lastDay = quarter.day('2026-11-20')
  return quarter.workingDays.flatMap((date) => {
    const dice = draw('reading', date)
    const away = absences.find((absence) => absence.who === 'anpeizhi' && covers(absence, date))
    const morning = away ? [] : [at(date, 8 * 60 + dice.whole(18, 38))]
    if (date === lastDay) return [...morning, at(date, 18 * 60 + 5)]
    return dice.chance(0.7) ? [...morning, at(date, 20 * 60 + dice.whole(45, 110))] : morning
  })
}

function generalManagerTimes({ draw, quarter }: World): Date[] {
  return quarter.workingDays
    .filter((date) => [2, 5].includes(weekdayOf(date)))
    .map((date) => at(date, 16 * 60 + draw('gm', date).whole(5, 50)))
}

function rounds(
  reader: Username,
  times: readonly Date[],
  reports: readonly DemoReport[],
  world: World,
): DemoReading[] {
  const seen = new Set<string>()
  return times.flatMap((time) => {
    const fresh = reports.filter((report) => comesBefore(report, time) && !seen.has(report.key))
    for (const { key } of fresh) seen.add(key)
    if (fresh.length === 0) return []
    const written = fresh.flatMap((report) => commentOn(reader, report, world) ?? [])
    return {
      key: `${reader}|${time.toISOString()}`,
      reader,
      at: time,
      reports: fresh.map(({ key }) => key),
      comments: written.map((comment, index) => ({
        ...comment,
        at: new Date(time.getTime() + (index + 1) * 95_000),
      })),
    }
  })
}

/** A draft that files itself is there the next morning. */
function comesBefore({ at: sent, how, date }: DemoReport, time: Date): boolean {
  if (!sent || sent >= time) return false
  return how !== 'left_as_draft' || time > atShanghai(date, '23:59')
}

function commentOn(
  reader: Username,
  report: DemoReport,
  { draw, visits }: World,
): { report: string; body: string } | null {
  const dice = draw('comment', report.key)
  if (reader === 'lin')
    return dice.chance(0.25) ? { report: report.key, body: dice.pick(comments.byGeneralManager) } : null
  if (!dice.chance(report.issue ? 0.5 : report.reason ? 0.5 : 0.27)) return null
  const seen = visits.filter((visit) => visit.who === report.who && visit.date === report.date)
  return { report: report.key, body: bodyOf(report, seen, dice) }
}

function bodyOf(report: DemoReport, seen: readonly DemoVisit[], dice: Dice): string {
  if (report.reason && dice.chance(0.6)) return dice.pick(comments.afterLate)
  if (report.issue && dice.chance(0.6)) return dice.pick(comments.withIssue)
  if (seen.length > 0 && dice.chance(0.7))
    return fill(dice.pick(comments.withVisits), { customer: dice.pick(seen).customer })
  return dice.pick(comments.plain)
}

const at = (date: PlainDate, minutes: number) =>
  new Date(atShanghai(date, '00:00').getTime() + minutes * 60_000)
