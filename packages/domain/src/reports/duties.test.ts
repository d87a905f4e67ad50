import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, atShanghai, lastDayOfMonth, monthOf } from '../calendar/dates.ts'
import { mondayOfWeek, sundayOfWeek, weekKeyOf, workingDaysOfWeek } from '../calendar/weeks.ts'
import { type DayType, makeCalendar, workingDaysIn } from '../calendar/working-days.ts'
import { type ParameterRow, type Parameters, resolveParameters } from '../clauses/parameters.ts'
import type { Absence, Employment } from './daily.ts'
import {
  type DutyRules,
  daysIn,
  dutyFor,
  type RuledPeriod,
  reportOfTrip,
  type Span,
  weeksAndMonthsIn,
} from './duties.ts'
import { countsAsFiled, reportState } from './timeliness.ts'
import type { Trip } from './trip.ts'

const start = '2026-01-05'
const length = 120
const whole: Span = { from: start, to: addDays(start, length) }
const day = fc.integer({ min: 0, max: length }).map((offset) => addDays(start, offset))

/** Ordinary weeks with holidays and worked weekends thrown in, whole weeks off among them. */
const calendars = fc
  .array(
    fc.tuple(fc.nat(length), fc.integer({ min: 1, max: 12 }), fc.constantFrom<DayType>('holiday', 'makeup')),
    {
      maxLength: 12,
    },
  )
  .map((blocks) =>
    makeCalendar(
      blocks.flatMap(([offset, days, type]) =>
        Array.from({ length: days }, (_, index) => ({
          ...{ date: addDays(start, offset + index), type, name: '', source: 'manual' as const },
        })),
      ),
    ),
  )
const changes: fc.Arbitrary<ParameterRow[]> = fc.array(
  fc.oneof(
    fc.record({
      key: fc.constant('weekly.due'),
      value: fc.constantFrom('sunday24', 'lastWD24', 'lastWDoffWork'),
      effectiveFrom: day,
    }),
    fc.record({
      key: fc.constant('weekly.graceRoll'),
      value: fc.constantFrom('firstWD', 'strictMonday'),
      effectiveFrom: day,
    }),
    fc.record({
      key: fc.constant('monthly.graceTime'),
      value: fc.constantFrom('offWork', '24:00'),
      effectiveFrom: day,
    }),
    fc.record({ key: fc.constant('trip.reportDueWD'), value: fc.nat(10), effectiveFrom: day }),
    fc.record({ key: fc.constant('report.minWorkedDaysForMonthly'), value: fc.nat(31), effectiveFrom: day }),
    fc.record({
      key: fc.constant('daily.grace'),
      value: fc.constantFrom('nextWorkingDay', 'nextCalendarDay'),
      effectiveFrom: day,
    }),
  ),
  { maxLength: 6 },
)
/** Between two changes every date has the same parameters. */
function resolver(rows: readonly ParameterRow[]): DutyRules['parametersOn'] {
  const known = new Map<number, Parameters>()
  return (date) => {
    const begun = rows.filter(({ effectiveFrom }) => effectiveFrom <= date).length
    const parameters = known.get(begun) ?? resolveParameters(rows, date)
    known.set(begun, parameters)
    return parameters
  }
}

const rulesOf = fc.record({ calendar: calendars, rows: changes }).map(
  ({ calendar, rows }): DutyRules => ({
    calendar,
    parametersOn: resolver(rows),
    outages: [],
  }),
)
const people: fc.Arbitrary<Employment> = fc.record({
  entryDate: fc.oneof(fc.constant('2025-01-01'), day),
  reportsFrom: fc.oneof(fc.constant(null), day),
  leavingDate: fc.oneof(fc.constant(null), day),
  exemptRole: fc.constant(false),
})
const absences: fc.Arbitrary<(Absence & Trip)[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom<Absence['kind']>('leave', 'trip'),
      from: day,
      days: fc.nat(14),
      portion: fc.constantFrom<Absence['portion']>('full', 'am', 'pm'),
      approved: fc.boolean(),
      registered: fc.integer({ min: -5, max: 20 }),
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    list.map(({ kind, from, days, portion, approved, registered }, index) => ({
      ...{ id: `t${index}`, place: '望舒', kind, from, to: addDays(from, days), portion, approved },
      registeredOn: addDays(from, registered),
    })),
  )

function owedBy(rules: DutyRules, person: Employment, away: readonly (Absence & Trip)[], span: Span) {
  const trips = away
    .filter(({ kind }) => kind === 'trip')
    .map((trip) => reportOfTrip(rules, trip))
    .filter(({ onDate }) => span.from <= onDate && onDate <= span.to)
  const periods = [...daysIn(rules, span), ...weeksAndMonthsIn(rules, span), ...trips]
  return periods
    .map((period) => ({ period, duty: dutyFor(period, rules.calendar, person, away) }))
    .filter(({ duty }) => duty.state !== 'none')
}

const names = (owed: readonly { period: RuledPeriod }[]) =>
  owed.map(({ period: { kind, key } }) => `${kind} ${key}`).sort()

const over = (test: (rules: DutyRules, person: Employment, away: (Absence & Trip)[]) => void) =>
  fc.assert(fc.property(rulesOf, people, absences, test), { numRuns: 60 })

describe('over random calendars, leaves, trips, joiners, leavers and parameters that change in mid-month', {
  timeout: 60_000, // many calendars on a busy machine
}, () => {
  it('each obligation exists exactly once', () => {
    over((rules, person, away) => {
      const all = names(owedBy(rules, person, away, whole))
      expect(new Set(all).size).toBe(all.length)
    })
  })

  it('written in two stretches it is the same as written at once', () => {
    fc.assert(
      fc.property(rulesOf, people, absences, day, (rules, person, away, cut) => {
        const parts = [
          { from: whole.from, to: cut },
          { from: addDays(cut, 1), to: whole.to },
        ].flatMap((span) => owedBy(rules, person, away, span))
        expect(names(parts)).toEqual(names(owedBy(rules, person, away, whole)))
      }),
      { numRuns: 50 },
    )
  })

  it('who is there throughout, and never away, owes every day, week and month exactly', () => {
    fc.assert(
      fc.property(calendars, (calendar) => {
        const rules = { calendar, parametersOn: resolver([]), outages: [] }
        const person = { entryDate: '2025-01-01', leavingDate: null, exemptRole: false }
        const days = workingDaysIn(calendar, whole.from, whole.to)
        const ends = Array.from({ length: length + 1 }, (_, index) => addDays(start, index))
        const sundays = ends.filter((date) => sundayOfWeek(weekKeyOf(date)) === date)
        const works = (week: string) => workingDaysOfWeek(calendar, week).length > 0
        const weeks = sundays.map((date) => weekKeyOf(date)).filter(works)
        const plans = sundays.map((date) => weekKeyOf(addDays(date, 1))).filter(works)
        const months = ends
          .filter((date) => lastDayOfMonth(monthOf(date)) === date)
          .map(monthOf)
          .filter((month) => workingDaysIn(calendar, `${month}-01`, lastDayOfMonth(month)).length >= 5)
        const expected = [
          ...days.map((date) => `daily ${date}`),
          ...weeks.map((week) => `weekly_summary ${week}`),
          ...plans.map((week) => `weekly_plan ${week}`),
          ...months.map((month) => `monthly ${month}`),
        ]
        expect(names(owedBy(rules, person, [], whole))).toEqual(expected.sort())
      }),
      { numRuns: 30 },
    )
  })

  it('a trip frees from daily reports alone: no week, month or trip is ever freed by one', () => {
    over((rules, person, away) => {
      for (const { period, duty } of owedBy(rules, person, away, whole))
        if (period.kind !== 'daily') expect(duty.exemption).not.toBe('trip')
    })
  })

  it('nothing can be filed with a special reason before it is due, and nothing is due before it is asked for', () => {
    over((rules, person, away) => {
      for (const { period } of owedBy(rules, person, away, whole)) {
        expect(period.grace.getTime()).toBeGreaterThan(period.due.getTime())
        expect(period.due.getTime()).toBeGreaterThan(atShanghai(period.opensOn, '00:00').getTime())
      }
    })
  })

  it('the plan of a week is due before the week is worked, whatever holidays lie between', () => {
    over((rules, person, away) => {
      for (const { period } of owedBy(rules, person, away, whole)) {
        if (period.kind !== 'weekly_plan') continue
        const [first] = workingDaysOfWeek(rules.calendar, period.key)
        expect(period.due <= atShanghai(first ?? mondayOfWeek(period.key), '00:00')).toBe(true)
      }
    })
  })

  it('an outage only moves deadlines on, and never turns due and grace around', () => {
    const outage = fc
      .record({ on: day, hours: fc.nat(23), minutes: fc.integer({ min: 6, max: 6000 }) })
      .map(({ on, hours, minutes }) => {
        const from = new Date(atShanghai(on, '00:00').getTime() + hours * 3_600_000)
        return { from, to: new Date(from.getTime() + minutes * 60_000) }
      })
    fc.assert(
      fc.property(rulesOf, fc.array(outage, { maxLength: 4 }), (rules, outages) => {
        const usual = weeksAndMonthsIn(rules, whole)
        const moved = weeksAndMonthsIn({ ...rules, outages }, whole)
        moved.forEach((period, index) => {
          expect(period.due.getTime()).toBeGreaterThanOrEqual(usual[index]?.due.getTime() ?? 0)
          expect(period.grace.getTime()).toBeGreaterThan(period.due.getTime())
        })
      }),
      { numRuns: 60 },
    )
  })
})

describe('states never regress', () => {
  it('of any kind: what was decided stays, and 未填 is never erased by filing later', () => {
    const moments = fc.integer({ min: -10 * 86_400, max: 30 * 86_400 })
    fc.assert(
      fc.property(
        rulesOf,
        moments,
        moments,
        moments,
        fc.boolean(),
        (rules, filed, one, other, specialReason) => {
          for (const period of weeksAndMonthsIn(rules, { from: start, to: addDays(start, 40) })) {
            const at = (seconds: number) => new Date(period.due.getTime() + seconds * 1000)
            const submission = {
              ...{ due: period.due, grace: period.grace, firstCompleteAt: at(filed), specialReason },
              ...{ reasonRejected: false, exempt: false, waived: false },
            }
            const sooner = reportState(submission, at(Math.min(one, other)), period.kind).state
            const later = reportState(submission, at(Math.max(one, other)), period.kind).state
            if (sooner === 'missed') expect(countsAsFiled(later)).toBe(false)
            else if (sooner !== 'pending') expect(later).toBe(sooner)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
