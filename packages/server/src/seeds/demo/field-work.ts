import {
  addDays,
  atShanghai,
  daysBetween,
  type PlainDate,
  weekdayOf,
} from '@zhuowei/domain/calendar/dates.ts'
import { addWorkingDays } from '@zhuowei/domain/calendar/working-days.ts'
import type { AccountStatus } from '@zhuowei/domain/customers/account.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import { atWork, covers, type DemoAbsence } from './absences.ts'
import { member, sellers, type Username } from './cast.ts'
import type { DemoCustomer } from './customers.ts'
import type { Dice, Draw } from './dice.ts'
import { regions } from './places.ts'
import type { Quarter } from './quarter.ts'
import { beginStory, type Story, tell } from './stories.ts'
import { entered, hoursOf, minutesAfter } from './visit-times.ts'

/** One contact with a customer, as it will be entered. */
export interface DemoVisit {
  key: string
  who: Username
  /** A colleague who came along. */
  with: Username | null
  customer: string
  kind: VisitKind
  date: PlainDate
  happenedAt: Date
  enteredAt: Date
  /** Positions of the contacts met. */
  met: readonly string[]
  content: string
  result: string
  problem: string
  nextStep: string | null
  nextOn: PlainDate | null
  /** 六.2.4) the customer's status after this contact, where it changes. */
  newStatus: AccountStatus | null
  /** The visit whose promise this one keeps. */
  keeps: string | null
}

interface Beat {
  story: Story
  last: PlainDate
  promise: { key: string; on: PlainDate } | null
  /** From this day on nobody goes there, so that the list of A customers not visited has rows. */
  forgottenFrom: PlainDate | null
}

interface World {
  draw: Draw
  quarter: Quarter
  absences: readonly DemoAbsence[]
}

/** Who answers for the customer on this day: 何之 minds 江汀 until 法乐 comes, and takes over what 库伦 leaves. */
export function ownerOn(customer: DemoCustomer, date: PlainDate, quarter: Quarter): Username {
  if (customer.owner === 'fale' && date < quarter.day(member('fale').entry)) return 'hezhi'
  if (customer.owner === 'kulun' && date > quarter.day('2026-10-30')) return 'hezhi'
  return customer.owner
}

/** Every contact of the quarter, by day and person. */
export function demoVisits(customers: readonly DemoCustomer[], world: World): DemoVisit[] {
  const forgotten = forgottenCustomers(customers, world)
  const beats = new Map(
    customers.map((customer) => [customer.name, firstStanding(customer, forgotten, world)]),
  )
  const visits = world.quarter.workingDays.flatMap((date) =>
    sellers.flatMap((who) => visitsOf(who, date, [...beats.values()], world)),
  )
  return withStepsForToday(visits, world.quarter)
}

/**
 * Everybody who visits customers finds two next steps on the Monday of the demonstration; the two who still owe Friday's report have one of
 * that day, so that its plan is there when they open it.
 */
function withStepsForToday(visits: readonly DemoVisit[], quarter: Quarter): DemoVisit[] {
  const friday = quarter.day('2026-11-20')
  const moved = new Map<string, PlainDate>()
  for (const who of sellers) {
    const open = visits.filter(
      (visit) => visit.who === who && visit.nextOn !== null && visit.nextOn >= quarter.today,
    )
    const [first, ...others] = open
    if (first && (who === 'jiaoer' || who === 'walan')) moved.set(first.key, friday)
    const left = first && moved.has(first.key) ? others : open
    const due = left.filter(({ nextOn }) => nextOn === quarter.today).length
    const later = left.filter(({ nextOn }) => nextOn !== quarter.today)
    for (const { key } of later.slice(0, Math.max(0, 2 - due))) moved.set(key, quarter.today)
  }
  return visits.map((visit) => ({ ...visit, nextOn: moved.get(visit.key) ?? visit.nextOn }))
}

const dailyCalls: Partial<Record<Username, number>> = {
  ...{ fute: 1.4, oumu: 1.35, jiaoer: 1.9, walan: 1.7, weibo: 1.8, gaosi: 1.65 },
  ...{ hezhi: 1.95, kulun: 1.75, fale: 1.7 },
}
const weekdayPace = { 1: 0.8, 2: 1.1, 3: 1.15, 4: 1.1, 5: 0.85, 6: 0.6, 7: 0.6 } as const
/** Days between two contacts that a customer of this grade expects. */
const interval: Record<Grade, number> = { A: 10, B: 19, C: 44 }

function visitsOf(who: Username, date: PlainDate, beats: readonly Beat[], world: World): DemoVisit[] {
  const { draw, quarter, absences } = world
  const trip = absences.find(
    (absence) => absence.who === who && absence.kind === 'trip' && covers(absence, date),
  )
  if (!trip && !atWork(who, date, absences, quarter)) return []
  const dice = draw('day', `${who}|${date}`)
  const mine = beats.filter(
    ({ story }) => story.customer.createdOn <= date && ownerOn(story.customer, date, quarter) === who,
  )
  const near = (one: Beat) => !trip || one.story.customer.city === trip.place
  const pace =
    (trip ? 2.3 : (dailyCalls[who] ?? 0) * weekdayPace[weekdayOf(date)]) * (0.7 + dice.next() * 0.6)
  const count = Math.floor(pace) + (dice.chance(pace % 1) ? 1 : 0)
  const fresh = mine.filter(({ story }) => story.customer.createdOn === date)
  const promised = mine.filter(
    (one) => one.promise && one.promise.on <= date && dice.chance(near(one) ? 0.74 : 0.5),
  )
  const needy = mine
    .filter(
      (one) =>
        near(one) &&
        !one.promise &&
        !fresh.includes(one) &&
        !(one.forgottenFrom && one.forgottenFrom <= date),
    )
    .map((one) => ({ one, need: need(one, date, draw) }))
    .filter(({ need }) => need > 0.75)
    .sort((a, b) => b.need - a.need)
    .map(({ one }) => one)
  const chosen = [...fresh, ...promised, ...needy].slice(0, Math.max(count, fresh.length))
  const hours = hoursOf(who, date, chosen.length, absences, dice)
  return chosen.map((one, index) =>
    visit(one, who, date, hours[index] ?? hours[0] ?? '15:00', !near(one), world),
  )
}

function need({ story, last }: Beat, date: PlainDate, draw: Draw): number {
  const { grade, name } = story.customer
  return (daysBetween(last, date) / interval[grade]) * (0.75 + draw('need', `${name}|${date}`).next() * 0.5)
}

function visit(
  one: Beat,
  who: Username,
  date: PlainDate,
  hour: string,
  farAway: boolean,
  world: World,
): DemoVisit {
  const { draw, quarter } = world
  const { customer } = one.story
  const key = `${customer.name}|${date}`
  const dice = draw('visit', key)
  const keeps = one.promise && one.promise.on <= date ? one.promise.key : null
  const first = customer.createdOn === date
  const told = tell(one.story, dice, {
    kept: keeps !== null || first,
    onlyByPhone: farAway || (first && customer.source === 'phone'),
  })
  const nextStep = one.forgottenFrom ? null : told.next
  const nextOn = nextStep
    ? addWorkingDays(quarter.calendar, date, dice.whole(...patience[customer.grade]))
    : null
  one.last = date
  one.promise = nextOn ? { key, on: nextOn } : null
  const happenedAt = atShanghai(date, told.kind === 'banquet' ? '12:10' : hour)
  return {
    ...{ key, who, customer: customer.name, kind: told.kind, date, happenedAt },
    with: companion(told.kind, who, date, customer, world, dice),
    enteredAt: first
      ? minutesAfter(happenedAt, 42)
      : entered(happenedAt, who, told.kind, date, quarter, dice),
    met: told.met.map(({ position }) => position),
    ...{ content: told.content, result: told.result, problem: told.problem },
    ...{ nextStep, nextOn, newStatus: told.newStatus, keeps },
  }
}

const patience: Record<Grade, [number, number]> = { A: [2, 6], B: [3, 8], C: [5, 12] }

/** The senior of the region comes along when something is presented. */
function companion(
  kind: VisitKind,
  who: Username,
  date: PlainDate,
  customer: DemoCustomer,
  { quarter, absences }: World,
  dice: Dice,
): Username | null {
  const { owner } = regions[customer.region]
  if (owner === who || !['proposal', 'tech_exchange'].includes(kind) || !dice.chance(0.3)) return null
  return atWork(owner, date, absences, quarter) ? owner : null
}

function firstStanding(
  customer: DemoCustomer,
  forgotten: ReadonlySet<string>,
  { draw, quarter }: World,
): Beat {
  const before = addDays(quarter.first, -draw('before', customer.name).whole(1, interval[customer.grade]))
  return {
    story: beginStory(customer, draw),
    last: [customer.createdOn, before].toSorted()[1] ?? before,
    promise: null,
    forgottenFrom: forgotten.has(customer.name) ? quarter.day('2026-10-16') : null,
  }
}

/** Five A customers that slipped out of sight in the middle of October. */
function forgottenCustomers(customers: readonly DemoCustomer[], { draw }: World): Set<string> {
  const lots = customers
    .filter(({ grade, owner }) => grade === 'A' && owner !== 'fale')
    .map(({ name }) => ({ name, lot: draw('forgotten', name).next() }))
    .sort((one, other) => one.lot - other.lot)
  return new Set(lots.slice(0, 5).map(({ name }) => name))
}
