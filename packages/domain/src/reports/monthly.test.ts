import { describe, expect, it } from 'vitest'
import { atShanghai, endOfDay } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import type { Absence, Employment } from './daily.ts'
import { monthlyDeadlines, monthlyDuty, monthlyPeriod, monthlySubject } from './monthly.ts'

const calendar = makeCalendar([...calendarYear(2026), ...calendarYear(2027)])
const standard = resolveParameters([], '2026-11-23')
const decided = (key: string, value: string | number) =>
  resolveParameters([{ key, value, effectiveFrom: '2026-01-01' }], '2026-11-23')

describe('the monthly report (五.3.2)①)', () => {
  it.each([
    ['2026-09', '9月工作报告'],
    ['2026-12', '12月工作报告'],
    ['2027-01', '1月工作报告'],
  ])('of %s is called %s', (month, subject) => {
    expect(monthlySubject(month)).toBe(subject)
  })
})

describe('when it is due (五.3.3)①②, §1B-8)', () => {
  it.each([
    ['2026-09', '2026-09-30', '2026-10-08', 'after the National Day'],
    ['2026-04', '2026-04-30', '2026-05-06', 'after Labour Day'],
    ['2026-10', '2026-10-31', '2026-11-02', 'the last day is a Saturday'],
    ['2026-11', '2026-11-30', '2026-12-01', 'an ordinary month'],
    ['2026-02', '2026-02-28', '2026-03-02', 'February'],
    ['2026-12', '2026-12-31', '2027-01-04', 'the end of the year'],
  ])('%s: until the end of %s, with a special reason until 18:00 on %s (%s)', (month, due, grace) => {
    expect(monthlyDeadlines(month, calendar, standard)).toEqual({
      due: endOfDay(due),
      grace: atShanghai(grace, '18:00'),
    })
  })

  it('by other parameters until midnight, or when the office closes at another time', () => {
    const grace = (key: string, value: string) =>
      monthlyDeadlines('2026-09', calendar, decided(key, value)).grace
    expect(grace('monthly.graceTime', '24:00')).toEqual(endOfDay('2026-10-08'))
    expect(grace('shift.end', '17:30')).toEqual(atShanghai('2026-10-08', '17:30'))
  })

  it('is asked for from the last working day of the month on', () => {
    expect(monthlyPeriod('2026-10', calendar, standard).opensOn).toBe('2026-10-30')
    expect(monthlyPeriod('2026-02', calendar, standard).opensOn).toBe('2026-02-28')
  })
})

const employed: Employment = { entryDate: '2025-01-01', leavingDate: null, exemptRole: false }
const absent = (kind: 'leave' | 'trip', from: string, to: string): Absence => ({
  ...{ kind, from, to, portion: 'full', approved: true, registeredOn: '2026-01-01' },
})
const dutyIn = (
  month: string,
  person: Partial<Employment> = {},
  absences: Absence[] = [],
  parameters = standard,
) => monthlyDuty(monthlyPeriod(month, calendar, parameters), { ...employed, ...person }, absences, parameters)

describe('who owes it (§1B-16: at least five working days)', () => {
  it.each<[string, string, Partial<Employment>, Absence[]]>([
    ['everybody', 'owed', {}, []],
    ['entering with five working days left', 'owed', { entryDate: '2026-11-24' }, []],
    ['entering with four working days left', 'none', { entryDate: '2026-11-25' }, []],
    ['entered into the system with four left', 'none', { reportsFrom: '2026-11-25' }, []],
    ['leaving on the last working day', 'owed', { leavingDate: '2026-11-30' }, []],
    ['leaving before the last working day', 'none', { leavingDate: '2026-11-27' }, []],
    ['on a trip all month', 'owed', {}, [absent('trip', '2026-11-01', '2026-11-30')]],
    ['on leave but for five working days', 'owed', {}, [absent('leave', '2026-11-01', '2026-11-23')]],
    ['on leave but for four', 'exempt', {}, [absent('leave', '2026-11-01', '2026-11-24')]],
    ['总经理', 'none', { exemptRole: true }, []],
  ])('%s: %s', (_, state, person, absences) => {
    expect(dutyIn('2026-11', person, absences).state).toBe(state)
  })

  it('by another parameter after one day', () => {
    const parameters = decided('report.minWorkedDaysForMonthly', 1)
    expect(dutyIn('2026-11', { entryDate: '2026-11-30' }, [], parameters).state).toBe('owed')
  })

  it('who leaves on Friday the 30th owes October, whose last day is a Saturday', () => {
    expect(dutyIn('2026-10', { leavingDate: '2026-10-30' }).state).toBe('owed')
  })
})
