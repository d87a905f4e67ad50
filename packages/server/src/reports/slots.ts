import { addDays, firstDayOfMonth, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { mondayOfWeek, nextWorkingWeek, sundayOfWeek, type WeekKey } from '@zhuowei/domain/calendar/weeks.ts'
import { reportForms } from '@zhuowei/domain/clauses/prescribed.ts'
import {
  dayPeriod,
  monthPeriod,
  type RuledPeriod,
  reportOfTrip,
  weekPlanPeriod,
  weekSummaryPeriod,
} from '@zhuowei/domain/reports/duties.ts'
import { type ObligationKind, reportKindOf } from '@zhuowei/domain/reports/kinds.ts'
import { knownFrom } from '@zhuowei/domain/reports/trip.ts'
import { weeklySubject } from '@zhuowei/domain/reports/weekly.ts'
import type { Owed } from '../obligations/ledger.ts'
import { type LedgerRules, loadDivisionRules } from '../obligations/rules.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { forbidden, invalid, notFound } from '../platform/refusal.ts'

/** One thing to be written: by whom, about which period, under which prescribed form (五.1.2)①). */
export interface Slot extends Owed {
  rules: LedgerRules
  /** Null for a week without working days. */
  period: RuledPeriod | null
  /** The first day that it is about; the last is `onDate`. */
  from: PlainDate
  subject: string
  timeOption: string
  /** From this day on it can be written. */
  writableFrom: PlainDate
}

interface Author {
  divisionId: string
  personId: string
}

/** Somebody who stands outside the divisions writes no reports (一.4)). */
export function authorIn(actor: Actor): Author {
  if (!actor.divisionId) throw forbidden('该岗位不填工作汇报')
  return { divisionId: actor.divisionId, personId: actor.id }
}

export const promptsOf = (kind: ObligationKind) => {
  const { description, result } = reportForms[reportKindOf[kind]]
  return { description, result }
}

function daySlot(rules: LedgerRules, author: Author, date: PlainDate): Slot {
  const period = dayPeriod(rules, date)
  const { subject } = period
  const { timeOption } = reportForms.daily
  return {
    ...{ ...author, kind: 'daily', key: date, onDate: date, rules, period },
    ...{ from: date, subject, timeOption, writableFrom: date },
  }
}

/** 五.2.2): the record of a week, its summary and its plan. */
function weekSlot(
  kind: 'weekly_summary' | 'weekly_plan',
  rules: LedgerRules,
  author: Author,
  week: WeekKey,
): Slot {
  const sunday = sundayOfWeek(week)
  const monday = mondayOfWeek(week)
  const isPlan = kind === 'weekly_plan'
  const period = isPlan ? weekPlanPeriod(rules, week) : weekSummaryPeriod(rules, week)
  const onDate = isPlan ? addDays(monday, -1) : sunday
  return {
    ...{ ...author, kind, key: week, onDate, rules, period, from: monday },
    subject: weeklySubject(week, rules.parametersOn(onDate)),
    timeOption: reportForms.weekly.timeOption,
    // A plan can be written from the beginning of the week before; 完成情况 from the last working day of its own (五.2.2)①).
    writableFrom: isPlan ? addDays(monday, -7) : (period?.opensOn ?? monday),
  }
}

/** What the page of a week holds: its own summary, and the plan of the next week that has working days (§1B-6). */
export function weekSlots(rules: LedgerRules, author: Author, week: WeekKey) {
  const target = nextWorkingWeek(rules.calendar, week)
  const plan = weekSlot('weekly_plan', rules, author, target)
  return {
    summary: weekSlot('weekly_summary', rules, author, week),
    plan: { ...plan, writableFrom: mondayOfWeek(week) },
  }
}

function monthSlot(rules: LedgerRules, author: Author, month: string): Slot {
  const period = monthPeriod(rules, month)
  const { subject, onDate } = period
  const from = firstDayOfMonth(month)
  const { timeOption } = reportForms.monthly
  return {
    ...{ ...author, kind: 'monthly', key: month, onDate, rules, period },
    ...{ from, subject, timeOption, writableFrom: from },
  }
}

export interface OwnTrip {
  id: string
  place: string
  from: PlainDate
  to: PlainDate
  reason: string
  registeredOn: PlainDate
}

/** A trip of the person himself that stands; anything else is not there. */
async function ownTrip(db: Database | Trx, { divisionId, personId }: Author, id: string): Promise<OwnTrip> {
  const trip = await db
    .selectFrom('absences')
    .select(['id', 'place', 'fromDate as from', 'toDate as to', 'reason', 'registeredOn'])
    .where('id', '=', id)
    .where('kind', '=', 'trip')
    .where('personId', '=', personId)
    .where('divisionId', '=', divisionId)
    .where('cancelledAt', 'is', null)
    .where('refusedAt', 'is', null)
    .executeTakeFirst()
  if (!trip) throw notFound()
  return { ...trip, place: trip.place ?? '' }
}

/** 五.4.2)①: a trip has no time option, so its dates stand there (G16). */
function tripSlot(rules: LedgerRules, author: Author, trip: OwnTrip): Slot {
  const period = reportOfTrip(rules, trip)
  const { subject } = period
  const timeOption = trip.from === trip.to ? trip.from : `${trip.from} 至 ${trip.to}`
  return {
    ...{ ...author, kind: 'trip', key: trip.id, onDate: knownFrom(trip), rules, period },
    ...{ from: trip.from, subject, timeOption, writableFrom: trip.from },
  }
}

interface Asking {
  db: Database | Trx
  actor: Actor
}

export async function ownDay({ db, actor }: Asking, date: PlainDate): Promise<Slot> {
  const author = authorIn(actor)
  return daySlot(await loadDivisionRules(db, author.divisionId), author, date)
}

export async function ownMonth({ db, actor }: Asking, month: string): Promise<Slot> {
  const author = authorIn(actor)
  return monthSlot(await loadDivisionRules(db, author.divisionId), author, month)
}

export async function ownTripSlot(asking: Asking, id: string): Promise<Slot> {
  return (await ownTripAndSlot(asking, id)).slot
}

export async function ownTripAndSlot(
  { db, actor }: Asking,
  id: string,
): Promise<{ trip: OwnTrip; slot: Slot }> {
  const author = authorIn(actor)
  const trip = await ownTrip(db, author, id)
  return { trip, slot: tripSlot(await loadDivisionRules(db, author.divisionId), author, trip) }
}

/** The slot of an obligation or report that is known by its kind and key alone. */
export async function slotOf(
  db: Database | Trx,
  { kind, key, ...author }: Pick<Owed, 'divisionId' | 'personId' | 'kind' | 'key'>,
): Promise<Slot> {
  const rules = await loadDivisionRules(db, author.divisionId)
  switch (kind) {
    case 'daily':
      return daySlot(rules, author, key)
    case 'weekly_summary':
    case 'weekly_plan':
      return weekSlot(kind, rules, author, key)
    case 'monthly':
      return monthSlot(rules, author, key)
    case 'trip':
      return tripSlot(rules, author, await ownTrip(db, author, key))
  }
}

const tooEarly: Record<ObligationKind, string> = {
  daily: '还没到这一天，不能先写日报',
  weekly_summary: '还没到这一周，不能先写周报',
  weekly_plan: '还没到写这份周计划的那一周',
  monthly: '还没到这个月，不能先写月报',
  trip: '还没出发，不能先写出差报告',
}

const pathOf: Record<ObligationKind, string> = {
  daily: 'date',
  weekly_summary: 'week',
  weekly_plan: 'week',
  monthly: 'month',
  trip: 'tripId',
}

/** Nobody writes about a time that has not begun. */
export function refuseTooEarly({ kind, from, writableFrom }: Slot, now: Date): void {
  const begins = kind === 'weekly_summary' ? from : writableFrom
  if (shanghaiDate(now) < begins) throw invalid(pathOf[kind], tooEarly[kind])
}

export const invalidPeriod = ({ kind }: Pick<Slot, 'kind'>, message: string) => invalid(pathOf[kind], message)
