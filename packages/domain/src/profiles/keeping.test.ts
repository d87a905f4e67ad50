import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import { contactErasure, contactNoticeBefore, profileExpiry, profilePurge, requestDue } from './keeping.ts'

const parameters = resolveParameters([], '2026-11-23')

describe('G25 a profile is kept for 24 months', () => {
  test.each([
    ['2026-11-23', '2028-11-23', 'the same day'],
    ['2026-02-28', '2028-02-28', 'not the leap day'],
    ['2028-02-29', '2030-02-28', 'a day that the year lacks'],
    ['2026-12-31', '2028-12-31', 'over the year'],
  ])('confirmed on %s it is hidden on %s (%s)', (from, until, _why) => {
    expect(profileExpiry(from, parameters)).toBe(until)
  })

  test('in a division that keeps for three months, 30 November ends on the last of February', () => {
    const short = resolveParameters(
      [{ key: 'profile.keepMonths', value: 3, effectiveFrom: '2026-01-01' }],
      '2026-11-30',
    )
    expect(profileExpiry('2026-11-30', short)).toBe('2027-02-28')
  })

  test('what was hidden is purged 30 days later', () => {
    expect(profilePurge('2028-11-23', parameters)).toBe('2028-12-23')
  })
})

describe('§3C a contact is kept for 36 months after the last dealing', () => {
  test.each([
    ['2023-11-23', '2026-11-23'],
    ['2024-02-29', '2027-02-28'],
  ])('dealt with on %s, kept until %s', (on, until) => {
    expect(contactErasure(on, parameters)).toBe(until)
  })

  test.each([
    ['2026-11-23', '2023-12-23', '30 days before the 36 months are over'],
    ['2027-01-28', '2024-02-27', 'the day before the end of a short month'],
    ['2027-01-29', '2024-02-29', 'the two days that end with a short month'],
    ['2027-01-30', '2024-03-01', 'the day after'],
  ])('on %s those are told about who were dealt with on %s or before (%s)', (today, before, _why) => {
    expect(contactNoticeBefore(today, parameters)).toBe(before)
  })

  test('on each day of four years it names the last day whose end is not after the notice', () => {
    for (let today = '2026-01-01'; today < '2030-01-01'; today = addDays(today, 1)) {
      const before = contactNoticeBefore(today, parameters)
      const ends = addDays(today, parameters['contact.noticeDays'])
      expect(contactErasure(before, parameters) <= ends, today).toBe(true)
      expect(contactErasure(addDays(before, 1), parameters) > ends, today).toBe(true)
    }
  })
})

test('个人信息保护法 50: a request is answered within 15 working days', () => {
  const calendar = makeCalendar(calendarYear(2026))
  expect(requestDue('2026-11-23', calendar, parameters)).toBe('2026-12-14')
  expect(requestDue('2026-09-30', calendar, parameters)).toBe('2026-10-27')
})
