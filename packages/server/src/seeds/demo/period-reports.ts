import {
  addDays,
  atShanghai,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
} from '@zhuowei/domain/calendar/dates.ts'
import {
  mondayOfWeek,
  nextWorkingWeek,
  sundayOfWeek,
  type WeekKey,
  weekKeyOf,
  workingDaysOfWeek,
} from '@zhuowei/domain/calendar/weeks.ts'
import {
  firstWorkingDayOnOrAfter,
  lastWorkingDayOnOrBefore,
  nextWorkingDay,
} from '@zhuowei/domain/calendar/working-days.ts'
import { atWork, type DemoAbsence } from './absences.ts'
import { member, reporters, type Username } from './cast.ts'
import type { Draw } from './dice.ts'
import type { DemoVisit } from './field-work.ts'
import type { Quarter } from './quarter.ts'
import { deskOf, sellersDesk } from './sentences/office.ts'
import { gains, supportNeeds, troubles } from './sentences/periods.ts'

interface World {
  draw: Draw
  quarter: Quarter
  absences: readonly DemoAbsence[]
  visits: readonly DemoVisit[]
}

interface Timing {
  key: string
  who: Username
  at: Date
  /** Whether it comes in the grace period. */
  late: boolean
}

export interface DemoWeekly extends Timing {
  week: WeekKey
  planned: WeekKey
  /** What came of each line that was planned for the week, by its text. */
  outcome: (text: string) => boolean
  told: readonly string[]
  issue: string
  plan: readonly string[]
  support: string | null
}

export interface DemoMonthly extends Timing {
  month: string
  gains: readonly string[]
  troubles: string
  next: readonly string[]
}

export interface DemoTripReport extends Timing {
  /** The key of the absence. */
  trip: string
  from: PlainDate
  visits: readonly DemoVisit[]
  effect: string
}

/** How one report of the written story came in: 特殊原因 or 补填 at this time, or never. */
type Fate = { time: string } | 'unwritten'

const weeklyFates: Readonly<Record<string, Fate>> = {
  'weibo|2026-W40': { time: '08:46' },
  'gaosi|2026-W43': { time: '09:12' },
  'walan|2026-W45': 'unwritten',
  'jiaoer|2026-W47': 'unwritten',
  'walan|2026-W47': 'unwritten',
  'gaosi|2026-W47': 'unwritten',
}
/** 五.2.3)① one that waits for the manager on the Monday of the demonstration, one that he answered, and one of his own for 总经理. */
const supportAsked: Readonly<Record<string, string>> = {
  'hezhi|2026-W47': '周三澄原现场核对点表，请安排售前工程师去一天',
  'fute|2026-W47': '设计院周四交流，借一台保护装置样机，用两天',
  'anpeizhi|2026-W46': '年底三家大客户的框架协议，请总经理陪同见一次分管领导',
}
const monthlyFates: Readonly<Record<string, Fate>> = {
  'weibo|2026-09': { time: '17:59' },
  'gaosi|2026-09': { time: '18:01' },
  'walan|2026-10': { time: '16:40' },
}
const tripFates: Readonly<Record<string, Fate>> = {
  'trip|walan|2026-11-03': { time: '08:50' },
  'trip|gaosi|2026-11-10': 'unwritten',
}

/** 五.2.4): at the end of each week its outcome and the next plan, in one go. */
export function demoWeeklies(world: World): DemoWeekly[] {
  const { quarter } = world
  const weeks = Array.from({ length: 12 }, (_, index) => weekKeyOf(addDays(quarter.first, index * 7)))
  return weeks.flatMap((week, index) => {
    const lastDay = workingDaysOfWeek(quarter.calendar, week).at(-1)
    if (!lastDay) return []
    const written = `2026-W${36 + index}`
    return reporters
      .filter((who) => belongs(who, lastDay, quarter) && isThere(who, week, world))
      .flatMap((who) => weekly(who, week, lastDay, `${who}|${written}`, world) ?? [])
  })
}

/** 五.3.3): on the last working day of September and October. */
export function demoMonthlies({ draw, quarter }: World): DemoMonthly[] {
  return ['2026-09', '2026-10'].flatMap((written) => {
    const month = monthOf(quarter.day(`${written}-15`))
    const lastDay = lastWorkingDayOnOrBefore(quarter.calendar, lastDayOfMonth(month))
    const firstDay = firstWorkingDayOnOrAfter(quarter.calendar, addDays(lastDayOfMonth(month), 1))
    return reporters
      .filter((who) => belongs(who, lastDay, quarter))
      .map((who) => {
        const key = `${who}|${month}`
        const dice = draw('monthly', key)
        const fate = monthlyFates[`${who}|${written}`]
        const late = fate !== undefined && fate !== 'unwritten'
        return {
          ...{
            key,
            who,
            month,
            late,
            at: late ? atShanghai(firstDay, fate.time) : clock(lastDay, 16, dice.whole(5, 55)),
          },
          gains: [dice.pick(gains), dice.pick(gains)],
          troubles: dice.pick(troubles),
          next: planOf(who, dice),
        }
      })
  })
}

/** 五.4.3)①: on the working day after the return. */
export function demoTripReports({ draw, quarter, absences, visits }: World): DemoTripReport[] {
  return absences
    .filter(({ kind }) => kind === 'trip')
    .flatMap(({ key, who, from, to, place }) => {
      const dueOn = nextWorkingDay(quarter.calendar, to)
      const written = Object.keys(tripFates).find((name) => {
        const [kind, person, day = ''] = name.split('|')
        return key === `${kind}|${person}|${quarter.day(day)}`
      })
      const fate = tripFates[written ?? '']
      if (fate === 'unwritten') return []
      const dice = draw('trip', key)
      return {
        ...{ key: `report|${key}`, trip: key, who, from, late: fate !== undefined },
        at: fate
          ? atShanghai(nextWorkingDay(quarter.calendar, dueOn), fate.time)
          : clock(dueOn, 17, dice.whole(5, 50)),
        visits: visits.filter((visit) => visit.who === who && from <= visit.date && visit.date <= to),
        effect: `${place ?? ''}一行的事都落到了人，${dice.pick(troubles)}`,
      }
    })
}

function weekly(
  who: Username,
  week: WeekKey,
  lastDay: PlainDate,
  written: string,
  { draw, quarter, visits }: World,
): DemoWeekly | null {
  const fate = weeklyFates[written]
  if (fate === 'unwritten') return null
  const planned = nextWorkingWeek(quarter.calendar, week)
  const dice = draw('weekly', `${who}|${week}`)
  const of = (key: WeekKey) =>
    visits.filter(
      (visit) => visit.who === who && mondayOfWeek(key) <= visit.date && visit.date <= sundayOfWeek(key),
    )
  const seen = new Set(of(week).map(({ customer }) => customer))
  const coming = [...new Set(of(planned).map(({ customer }) => customer))].slice(0, 3)
  const graceDay = firstWorkingDayOnOrAfter(quarter.calendar, addDays(sundayOfWeek(week), 1))
  const here = atShanghai(lastDay, '16:00') // nobody reads on Friday evening
  return {
    ...{ key: `${who}|${week}`, who, week, planned, late: fate !== undefined },
    at: fate ? atShanghai(graceDay, fate.time) : new Date(here.getTime() + dice.whole(2, 110) * 60_000),
    outcome: (text) => !text.startsWith('拜访') || seen.has(text.slice('拜访'.length)),
    told: [dice.pick(gains)],
    issue: dice.pick(troubles),
    plan: [...coming.map((customer) => `拜访${customer}`), ...planOf(who, dice)],
    support: supportAsked[written] ?? (dice.chance(0.22) ? dice.pick(supportNeeds) : null),
  }
}

function planOf(who: Username, dice: ReturnType<Draw>): string[] {
  const desk = (deskOf[who] ?? sellersDesk).map(({ plan }) => plan).filter((plan) => !plan.includes('{'))
  return [...new Set([dice.pick(desk), dice.pick(desk)])]
}

function belongs(who: Username, date: PlainDate, quarter: Quarter): boolean {
  const { entry, leaving } = member(who)
  return date >= quarter.day(entry) && (!leaving || date <= quarter.day(leaving))
}

/** Not on leave for the whole week; a trip keeps nobody from writing. */
function isThere(who: Username, week: WeekKey, { quarter, absences }: World): boolean {
  const leave = absences.filter(({ kind }) => kind === 'leave')
  return workingDaysOfWeek(quarter.calendar, week).some((date) => atWork(who, date, leave, quarter))
}

const clock = (date: PlainDate, hour: number, minute: number) =>
  new Date(atShanghai(date, '00:00').getTime() + (hour * 60 + minute) * 60_000)
