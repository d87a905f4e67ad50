import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../calendar/dates.ts'
import { addDays, atShanghai, shanghaiDate } from '../calendar/dates.ts'
import { dayTypes, makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import type { Absence } from './daily.ts'
import { dailyDeadlines, dailyDuty } from './daily.ts'
import { extendForOutage } from './outage.ts'
import type { ReportState } from './timeliness.ts'
import { autoSubmitAt, countsAsFiled, reportState } from './timeliness.ts'

const start = '2026-01-01'
const anyDate = fc.integer({ min: 0, max: 90 }).map((offset) => addDays(start, offset))
const anyCalendar = fc.array(fc.constantFrom(...dayTypes), { minLength: 0, maxLength: 120 }).map((types) =>
  makeCalendar(
    types.map((type, index) => ({
      date: addDays(start, index),
      type,
      name: '',
      source: 'manual' as const,
    })),
  ),
)
const anyParameters = fc
  .record({
    'daily.due': fc.constantFrom('24:00', 'offWork'),
    'daily.dayBoundary': fc.constantFrom('00:00', '04:00'),
    'daily.grace': fc.constantFrom('nextWorkingDay', 'nextCalendarDay'),
    'daily.graceTime': fc.constantFrom('06:00', '09:00', '12:00'),
    'trip.exemptReturnDay': fc.boolean(),
    'trip.lateRegistration': fc.constantFrom('dmApproval', 'never'),
    'daily.halfDayRequired': fc.boolean(),
  })
  .map((values) =>
    resolveParameters(
      Object.entries(values).map(([key, value]) => ({ key, value, effectiveFrom: start })),
      start,
    ),
  )
const anyAbsence: fc.Arbitrary<Absence> = fc
  .record({
    kind: fc.constantFrom('leave' as const, 'trip' as const),
    from: anyDate,
    length: fc.nat(10),
    portion: fc.constantFrom('full' as const, 'am' as const, 'pm' as const),
    approved: fc.boolean(),
    registeredOn: anyDate,
    lateApproved: fc.boolean(),
  })
  .map(({ length, ...absence }) => ({ ...absence, to: addDays(absence.from, length) }))
const anyMoment = fc.integer({ min: -200_000, max: 20_000_000 })
const after = (date: PlainDate, seconds: number) =>
  new Date(atShanghai(date, '00:00').getTime() + seconds * 1000)

/** From best to worst for the person; what is undecided lies between. */
const order: ReportState[] = ['on_time', 'excused_late', 'pending', 'late_fill', 'missed']
const plain = { exempt: false, waived: false, reasonRejected: false, firstCompleteAt: null }

describe('over any calendar, leave and trip', () => {
  it('grace ends after the normal deadline, and on a working day unless read literally', () => {
    fc.assert(
      fc.property(anyDate, anyCalendar, anyParameters, (date, calendar, parameters) => {
        const { due, grace } = dailyDeadlines(date, calendar, parameters)
        expect(grace.getTime()).toBeGreaterThan(due.getTime())
        const graceDate = shanghaiDate(grace)
        if (parameters['daily.grace'] === 'nextWorkingDay')
          expect(calendar.isWorkingDay(graceDate)).toBe(true)
        else expect(graceDate).toBe(addDays(date, 1))
      }),
    )
  })

  it('a report is owed only on a working day, and every conclusion has a reason', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyCalendar,
        anyParameters,
        fc.array(anyAbsence, { maxLength: 4 }),
        anyDate,
        (date, calendar, parameters, absences, entryDate) => {
          const person = { entryDate, leavingDate: addDays(entryDate, 40), exemptRole: false }
          const duty = dailyDuty({ date, person, absences }, calendar, parameters)
          expect(duty.reasons.length).toBeGreaterThan(0)
          expect(duty.owed).toBe(duty.state === 'owed')
          const inService = entryDate <= date && date <= person.leavingDate
          expect(duty.state === 'none').toBe(!calendar.isWorkingDay(date) || !inService)
          if (duty.state === 'exempt') expect(absences.some(({ approved }) => approved)).toBe(true)
        },
      ),
    )
  })

  it('one more approved absence never creates a duty', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyCalendar,
        anyParameters,
        fc.array(anyAbsence, { maxLength: 3 }),
        anyAbsence,
        (date, calendar, parameters, absences, more) => {
          const person = { entryDate: start, leavingDate: null, exemptRole: false }
          const before = dailyDuty({ date, person, absences }, calendar, parameters)
          const now = dailyDuty({ date, person, absences: [...absences, more] }, calendar, parameters)
          if (!before.owed) expect(now.owed).toBe(false)
        },
      ),
    )
  })

  it('an exempt day is never missed, whatever was filed and whenever one looks', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyCalendar,
        anyParameters,
        anyMoment,
        anyMoment,
        (date, calendar, parameters, filed, seen) => {
          const deadlines = dailyDeadlines(date, calendar, parameters)
          const submission = {
            ...plain,
            ...deadlines,
            firstCompleteAt: after(date, filed),
            specialReason: false,
          }
          expect(reportState({ ...submission, exempt: true }, after(date, seen)).state).toBe('exempt')
        },
      ),
    )
  })
})

describe('time only goes one way', () => {
  it('filing earlier never gives a worse state', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyCalendar,
        anyParameters,
        anyMoment,
        anyMoment,
        fc.boolean(),
        (date, calendar, parameters, one, other, specialReason) => {
          const deadlines = dailyDeadlines(date, calendar, parameters)
          const rank = (seconds: number) => {
            const submission = {
              ...plain,
              ...deadlines,
              firstCompleteAt: after(date, seconds),
              specialReason,
            }
            return order.indexOf(reportState(submission, after(date, 30_000_000)).state)
          }
          expect(rank(Math.min(one, other))).toBeLessThanOrEqual(rank(Math.max(one, other)))
        },
      ),
    )
  })

  it('a report once decided keeps its conclusion, and 未填 is never erased by filing later', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyCalendar,
        anyParameters,
        anyMoment,
        anyMoment,
        anyMoment,
        fc.boolean(),
        (date, calendar, parameters, filed, one, other, specialReason) => {
          const deadlines = dailyDeadlines(date, calendar, parameters)
          const submission = { ...plain, ...deadlines, firstCompleteAt: after(date, filed), specialReason }
          const at = (seconds: number) => reportState(submission, after(date, seconds)).state
          const sooner = at(Math.min(one, other))
          const later = at(Math.max(one, other))
          if (sooner === 'missed') expect(countsAsFiled(later)).toBe(false)
          else if (sooner !== 'pending') expect(later).toBe(sooner)
        },
      ),
    )
  })

  it('a draft that files itself always counts as filed', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyCalendar,
        anyParameters,
        anyMoment,
        fc.boolean(),
        (date, calendar, parameters, complete, specialReason) => {
          const deadlines = dailyDeadlines(date, calendar, parameters)
          const filedAt = autoSubmitAt(
            { completeAt: after(date, complete), specialReason },
            deadlines,
            parameters,
          )
          if (!filedAt) return
          const submission = { ...plain, ...deadlines, firstCompleteAt: filedAt, specialReason }
          expect(countsAsFiled(reportState(submission, filedAt).state)).toBe(true)
        },
      ),
    )
  })

  it('an outage never shortens a deadline nor turns due and grace around', () => {
    const anyOutage = fc.tuple(anyMoment, fc.nat(90_000))
    fc.assert(
      fc.property(
        anyDate,
        anyCalendar,
        anyParameters,
        fc.array(anyOutage),
        (date, calendar, parameters, pairs) => {
          const deadlines = dailyDeadlines(date, calendar, parameters)
          const outages = pairs.map(([from, length]) => ({
            from: after(date, from),
            to: after(date, from + length),
          }))
          const { due, grace } = extendForOutage(deadlines, after(date, 0), outages, parameters)
          expect(due.getTime()).toBeGreaterThanOrEqual(deadlines.due.getTime())
          expect(grace.getTime()).toBeGreaterThanOrEqual(deadlines.grace.getTime())
          expect(grace.getTime()).toBeGreaterThan(due.getTime())
        },
      ),
    )
  })
})
