import type { PlainDate } from '../calendar/dates.ts'
import { addDays, atShanghai, lastDayOfMonth, monthOf, weekdayOf } from '../calendar/dates.ts'
import type { WeekKey } from '../calendar/weeks.ts'
import { mondayOfWeek, sundayOfWeek, weekKeyOf } from '../calendar/weeks.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'
import type { Absence, Duty, Employment } from './daily.ts'
import { dailyDuty, dailyPeriod } from './daily.ts'
import { deadlineClause } from './kinds.ts'
import type { MonthlyPeriod } from './monthly.ts'
import { monthlyDuty, monthlyPeriod } from './monthly.ts'
import type { Outage } from './outage.ts'
import { extendForOutage } from './outage.ts'
import type { Period } from './period.ts'
import type { Reason } from './reason.ts'
import type { Trip, TripPeriod } from './trip.ts'
import { knownFrom, tripDuty, tripPeriod } from './trip.ts'
import type { WeeklyPeriod } from './weekly.ts'
import { planDuty, planPeriod, summaryDuty, summaryPeriod } from './weekly.ts'

export type DutyRules = {
  calendar: WorkCalendar
  parametersOn(date: PlainDate): Parameters
  outages: readonly Outage[]
}

type AnyPeriod = Period<'daily'> | WeeklyPeriod | MonthlyPeriod | TripPeriod

/** A period with the rules that hold for it; outages have moved its deadlines. */
export type RuledPeriod = AnyPeriod & { parameters: Parameters; extended: readonly Reason[] }

export type Span = { from: PlainDate; to: PlainDate }

/** Every day that asks for a daily report. */
export function daysIn(rules: DutyRules, { from, to }: Span): RuledPeriod[] {
  const days: RuledPeriod[] = []
  for (let date = from; date <= to; date = addDays(date, 1))
    if (rules.calendar.isWorkingDay(date)) days.push(dayPeriod(rules, date))
  return days
}

/** Every week and month whose end lies in the span: what is written about it, and the plan of the week that follows. */
export function weeksAndMonthsIn(rules: DutyRules, { from, to }: Span): RuledPeriod[] {
  const periods: (RuledPeriod | null)[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (weekdayOf(date) === 7)
      periods.push(
        weekSummaryPeriod(rules, weekKeyOf(date)),
        weekPlanPeriod(rules, weekKeyOf(addDays(date, 1))),
      )
    if (date === lastDayOfMonth(monthOf(date))) periods.push(monthPeriod(rules, monthOf(date)))
  }
  return periods.filter((period) => period !== null)
}

export function dayPeriod(rules: DutyRules, date: PlainDate): RuledPeriod {
  const parameters = rules.parametersOn(date)
  return ruled(rules, dailyPeriod(date, rules.calendar, parameters), parameters)
}

/** Null for a week without working days. */
export function weekSummaryPeriod(rules: DutyRules, week: WeekKey): RuledPeriod | null {
  const parameters = rules.parametersOn(sundayOfWeek(week))
  const period = summaryPeriod(week, rules.calendar, parameters)
  return period && ruled(rules, period, parameters)
}

/** Null for a week without working days. */
export function weekPlanPeriod(rules: DutyRules, week: WeekKey): RuledPeriod | null {
  const parameters = rules.parametersOn(addDays(mondayOfWeek(week), -1))
  const period = planPeriod(week, rules.calendar, parameters)
  return period && ruled(rules, period, parameters)
}

export function monthPeriod(rules: DutyRules, month: string): RuledPeriod {
  const parameters = rules.parametersOn(lastDayOfMonth(month))
  return ruled(rules, monthlyPeriod(month, rules.calendar, parameters), parameters)
}

export function reportOfTrip(rules: DutyRules, trip: Trip): RuledPeriod {
  const parameters = rules.parametersOn(knownFrom(trip))
  return ruled(rules, tripPeriod(trip, rules.calendar, parameters), parameters)
}

/** Whether somebody owes what a period asks for, and what moved its deadlines. */
export function dutyFor(
  period: RuledPeriod,
  calendar: WorkCalendar,
  person: Employment,
  absences: readonly Absence[],
): Duty {
  const duty = dutyOf(period, calendar, person, absences)
  return duty.owed ? { ...duty, reasons: [...duty.reasons, ...period.extended] } : duty
}

function dutyOf(
  period: RuledPeriod,
  calendar: WorkCalendar,
  person: Employment,
  absences: readonly Absence[],
): Duty {
  switch (period.kind) {
    case 'daily':
      return dailyDuty({ date: period.key, person, absences }, calendar, period.parameters)
    case 'weekly_summary':
      return summaryDuty(period, person, absences)
    case 'weekly_plan':
      return planDuty(period, person, absences)
    case 'monthly':
      return monthlyDuty(period, person, absences, period.parameters)
    case 'trip':
      return tripDuty(period, person)
  }
}

function ruled(rules: DutyRules, period: AnyPeriod, parameters: Parameters): RuledPeriod {
  const opensAt = atShanghai(period.opensOn, '00:00')
  const { grace } = deadlineClause[period.kind]
  return { ...period, parameters, ...extendForOutage(period, opensAt, rules.outages, parameters, grace) }
}
