import { atShanghai, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { nextWorkingDay } from '@zhuowei/domain/calendar/working-days.ts'
import { resolveParameters } from '@zhuowei/domain/clauses/parameters.ts'
import { dailyDuty } from '@zhuowei/domain/reports/daily.ts'
import type { SpecialReason } from '@zhuowei/domain/reports/timeliness.ts'
import { asRuleFacts, type DemoAbsence } from './absences.ts'
import { member, reporters, sellers, type Username } from './cast.ts'
import type { DemoCustomer } from './customers.ts'
import type { Dice, Draw } from './dice.ts'
import { type DemoVisit, ownerOn } from './field-work.ts'
import { type Fate, habits, plantedFates } from './habits.ts'
import type { Quarter } from './quarter.ts'
import { fill } from './sentences/fill.ts'
import { type Chore, deskOf, mondayMeeting, sellersDesk } from './sentences/office.ts'
import { specialReasons } from './sentences/remarks.ts'
import { topics } from './sentences/topics.ts'

export interface PlanLine {
  text: string
  /** The visit that promised it. */
  promisedBy: string | null
  done: boolean
}

export interface DemoReport {
  key: string
  who: Username
  date: PlainDate
  how: Fate['how']
  /** When it is submitted, or left as a complete draft; null when it is never written. */
  at: Date | null
  plan: readonly PlanLine[]
  /** What is told besides the facts of the day, which the product fills in. */
  told: readonly string[]
  issue: string | null
  reason: { kind: SpecialReason; text: string } | null
}

interface World {
  draw: Draw
  quarter: Quarter
  absences: readonly DemoAbsence[]
  customers: readonly DemoCustomer[]
  visits: readonly DemoVisit[]
}

/** One entry for every daily report that somebody owes in the quarter, with its fate. */
export function demoReports(world: World): DemoReport[] {
  const { quarter } = world
  const planted = new Map(
    Object.entries(plantedFates).map(([key, fate]) => {
      const [who = '', written = ''] = key.split('|')
      return [`${who}|${quarter.day(written)}`, fate]
    }),
  )
  return quarter.workingDays.flatMap((date) =>
    reporters
      .filter((who) => owes(who, date, world))
      .map((who) => report(who, date, planted.get(`${who}|${date}`), world)),
  )
}

const parameters = resolveParameters([], '2026-09-01')

function owes(who: Username, date: PlainDate, { quarter, absences }: World): boolean {
  const { entry, leaving } = member(who)
  const person = {
    entryDate: quarter.day(entry),
    leavingDate: leaving ? quarter.day(leaving) : null,
    exemptRole: false,
  }
  return dailyDuty({ date, person, absences: asRuleFacts(absences, who) }, quarter.calendar, parameters).owed
}

function report(who: Username, date: PlainDate, planted: Fate | undefined, world: World): DemoReport {
  const key = `${who}|${date}`
  const dice = world.draw('report', key)
  const fate = planted ?? fateOf(who, dice)
  const content = contentOf(who, date, dice, world)
  return {
    key,
    who,
    date,
    how: fate.how,
    at: instantOf(who, date, fate, dice, world),
    ...content,
    reason: reasonOf(fate, dice),
  }
}

/** 90 % in time, 5 % with a special reason, 3 % never, 2 % too late, spread unevenly over people. */
function fateOf(who: Username, dice: Dice): Fate {
  const careless = habits[who]?.careless ?? 1
  const lot = dice.next() / careless
  if (lot < 0.036) return { how: 'missed' }
  if (lot < 0.06) return { how: 'late_fill' }
  return lot < 0.115 ? { how: 'excused' } : { how: 'on_time' }
}

function instantOf(who: Username, date: PlainDate, fate: Fate, dice: Dice, { quarter }: World): Date | null {
  if (fate.how === 'missed' || fate.how === 'unwritten') return null
  const { usual, spread } = habits[who] ?? { usual: 1140, spread: 40 }
  const late = fate.how === 'excused' || fate.how === 'late_fill'
  const day = late ? nextWorkingDay(quarter.calendar, date) : date
  const minutes =
    fate.how === 'excused'
      ? dice.whole(7 * 60 + 55, 8 * 60 + 56)
      : fate.how === 'late_fill'
        ? dice.whole(9 * 60 + 8, 16 * 60 + 30)
        : Math.min(Math.max(Math.round(dice.around(usual, spread)), 17 * 60 + 4), 23 * 60 + 57)
  const seconds = 'seconds' in fate && fate.seconds !== undefined ? fate.seconds : dice.whole(0, 59)
  return new Date(atShanghai(day, fate.time ?? clockTime(minutes)).getTime() + seconds * 1000)
}

function reasonOf(fate: Fate, dice: Dice): DemoReport['reason'] {
  if (fate.how !== 'excused' && fate.how !== 'late_fill') return null
  const planned = fate.time !== undefined
  if (planned && !fate.reason) return null
  const kind =
    fate.reason ?? dice.pick<SpecialReason>(['late_return', 'late_return', 'reception', 'network', 'other'])
  return { kind, text: dice.pick(specialReasons[kind]) }
}

type Content = Pick<DemoReport, 'plan' | 'told' | 'issue'>

function contentOf(who: Username, date: PlainDate, dice: Dice, world: World): Content {
  const steps = [...stepsOf(who, date, dice, world), ...errandsOf(who, date, dice, world)]
  const chores = choresOf(who, date, steps.length, dice, world)
  const issues = [...steps, ...chores].flatMap(({ issue }) => (issue ? [issue] : []))
  return {
    plan: [...steps, ...chores].map(({ text, promisedBy, done }) => ({ text, promisedBy, done })),
    told: chores.flatMap(({ told }) => told ?? []),
    issue: issues.length > 0 ? `${issues.join('；')}。` : null,
  }
}

interface Item extends PlanLine {
  told?: string
  issue: string | null
}

/** The next steps promised for this day, and whether they were kept on it. */
function stepsOf(who: Username, date: PlainDate, dice: Dice, { visits }: World): Item[] {
  return visits
    .filter((visit) => visit.who === who && visit.nextOn === date && visit.nextStep)
    .map((visit) => {
      const done = visits.some((later) => later.keeps === visit.key && later.date === date)
      const text = `${visit.customer}：${visit.nextStep}`
      return {
        text,
        promisedBy: visit.key,
        done,
        issue: done ? null : `${visit.customer}没有去成，${dice.pick(hindrances)}`,
      }
    })
}

const hindrances = [
  ...[
    '联系人临时开会，改约两天后',
    '对方出差，回来再约',
    '进站手续没有办下来，明天再去',
    '时间和别的客户撞了，往后推一天',
  ],
  ...['电话没有打通，明天上午再联系', '对方领导来检查，改到本周内'],
]

/** Visits that were planned without having been promised. */
function errandsOf(who: Username, date: PlainDate, dice: Dice, { visits }: World): Item[] {
  return visits
    .filter((visit) => visit.who === who && visit.date === date && !visit.keeps && dice.chance(0.65))
    .map(({ kind, customer }) => {
      const text = `${kind === 'call' ? '电话联系' : '拜访'}${customer}`
      return { text, promisedBy: null, done: true, issue: null }
    })
}

function choresOf(who: Username, date: PlainDate, planned: number, dice: Dice, world: World): Item[] {
  const desk = deskOf[who] ?? sellersDesk
  const meeting = isMeetingDay(date, world) ? [itemOf(mondayMeeting, true, {})] : []
  const chosen = new Set<Chore>()
  const wanted = Math.max(choreCount(who, date, dice, world), planned + meeting.length > 0 ? 0 : 1)
  while (chosen.size < wanted) chosen.add(dice.pick(desk))
  const words = () => wordsFor(who, date, dice, world)
  return [
    ...meeting,
    ...[...chosen].map((chore) => itemOf(chore, !chore.open || !dice.chance(0.16), words())),
  ]
}

function choreCount(who: Username, date: PlainDate, dice: Dice, { visits }: World): number {
  if (!sellers.includes(who)) return dice.whole(2, 4)
  const visited = visits.filter((visit) => visit.who === who && visit.date === date).length
  return visited === 0 ? 2 : visited === 1 || dice.chance(0.4) ? 1 : 0
}

function itemOf(chore: Chore, done: boolean, words: Record<string, string>): Item {
  return {
    text: fill(chore.plan, words),
    promisedBy: null,
    done,
    told: done ? fill(chore.done, words) : undefined,
    issue: !done && chore.open ? fill(chore.open, words) : null,
  }
}

/** The first working day of a week begins with the meeting (四.1). */
function isMeetingDay(date: PlainDate, { quarter }: World): boolean {
  const monday = quarter.workingDays.find((day) => weekOf(day) === weekOf(date))
  return monday === date
}

const weekOf = (date: PlainDate) => Math.floor((Date.parse(date) / 86_400_000 + 3) / 7)

function wordsFor(
  who: Username,
  date: PlainDate,
  dice: Dice,
  { customers, quarter }: World,
): Record<string, string> {
  const mine = customers.filter(
    (customer) => customer.createdOn <= date && ownerOn(customer, date, quarter) === who,
  )
  return {
    customer: mine.length > 0 ? dice.pick(mine).name : '',
    rival: dice.pick(topics).rival,
    n: String(dice.whole(4, 15)),
    m: String(dice.whole(2, 4)),
    money: `${dice.whole(12, 90)}.${dice.whole(10, 99)}`,
  }
}

const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
