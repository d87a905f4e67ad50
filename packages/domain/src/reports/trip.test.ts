import { describe, expect, it } from 'vitest'
import { atShanghai, endOfDay } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import type { Employment } from './daily.ts'
import { tripDuty, tripPeriod, tripSubject } from './trip.ts'

const calendar = makeCalendar([...calendarYear(2026), ...calendarYear(2027)])
const standard = resolveParameters([], '2026-11-23')
const decided = (key: string, value: string | number) =>
  resolveParameters([{ key, value, effectiveFrom: '2026-01-01' }], '2026-11-23')
const employed: Employment = { entryDate: '2025-01-01', leavingDate: null, exemptRole: false }
const trip = (from: string, to: string, registeredOn = from) => ({
  id: 't',
  place: '望舒',
  from,
  to,
  registeredOn,
})

it('the report of a trip is called by its region (五.4.2)①)', () => {
  expect(tripSubject('望舒')).toBe('望舒出差报告')
})

describe('when it is due (五.4.3)①, §1B-10)', () => {
  it.each([
    ['2026-11-20', '2026-11-23', '2026-11-24', 'back on Friday: Monday'],
    ['2026-11-17', '2026-11-18', '2026-11-19', 'back in the week'],
    ['2026-11-22', '2026-11-23', '2026-11-24', 'back on a Sunday'],
    ['2026-09-30', '2026-10-08', '2026-10-09', 'back before the National Day'],
    ['2026-10-09', '2026-10-10', '2026-10-12', 'the Saturday worked counts'],
  ])('back on %s: until the end of %s, with a special reason until 09:00 on %s (%s)', (back, due, grace) => {
    expect(tripPeriod(trip('2026-09-01', back), calendar, standard)).toMatchObject({
      due: endOfDay(due),
      grace: atShanghai(grace, '09:00'),
    })
  })

  it('by other parameters after three working days, on the same day, or at another time', () => {
    const of = (key: string, value: string | number) =>
      tripPeriod(trip('2026-11-16', '2026-11-20'), calendar, decided(key, value))
    expect(of('trip.reportDueWD', 3).due).toEqual(endOfDay('2026-11-25'))
    expect(of('trip.reportDueWD', 0).due).toEqual(endOfDay('2026-11-20'))
    expect(of('trip.graceTime', '11:00').grace).toEqual(atShanghai('2026-11-24', '11:00'))
  })

  it('of a trip that was registered after the return, counted from then on', () => {
    const late = tripPeriod(trip('2026-11-10', '2026-11-12', '2026-11-19'), calendar, standard)
    expect(late.due).toEqual(endOfDay('2026-11-20'))
    expect(tripDuty(late, employed).reasons.map(({ text }) => text)).toEqual([
      '出差（2026-11-10 至 2026-11-12），回来再填出差报告。',
      '返回后 2026-11-19 才登记，期限从登记日算起。',
    ])
  })
})

describe('who owes it', () => {
  const back = tripPeriod(trip('2026-11-18', '2026-11-20'), calendar, standard)
  it.each<[string, boolean, Partial<Employment>]>([
    ['who made it', true, {}],
    ['who leaves on the day it is due', true, { leavingDate: '2026-11-23' }],
    ['who has left before', false, { leavingDate: '2026-11-20' }],
    ['who was entered into the system after it', false, { reportsFrom: '2026-11-23' }],
    ['总经理', false, { exemptRole: true }],
  ])('%s: %s', (_, owed, person) => {
    expect(tripDuty(back, { ...employed, ...person }).owed).toBe(owed)
  })
})
