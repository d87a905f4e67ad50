import { expect, test } from 'vitest'
import { belowCountdown, dueDayOf, dueInFull, dueTextOf, urgencyOf } from './due.ts'

const now = new Date('2026-11-23T08:40:00+08:00')
const at = (text: string) => new Date(`${text}:00+08:00`)

test.each([
  ['2026-11-23T08:39', 'red'],
  ['2026-11-23T08:40', 'amber'],
  ['2026-11-23T09:00', 'amber'],
  ['2026-11-23T09:09', 'amber'],
  ['2026-11-23T09:10', undefined],
  ['2026-11-24T00:00', undefined],
])('due %s is %s', (due, urgency) => {
  expect(urgencyOf(at(due), now)).toBe(urgency)
})

test.each([
  ['2026-11-23T09:00', '09:00'],
  ['2026-11-24T00:00', '24:00'],
  ['2026-11-24T18:00', '11-24 18:00'],
  ['2026-11-21T00:00', '11-20 周五'],
  ['2027-01-04T09:00', '2027-01-04 09:00'],
])('%s is due at %s', (due, text) => {
  expect(dueTextOf(at(due), now)).toBe(text)
})

test.each([
  ['2026-11-23T11:00', '今天 11:00'],
  ['2026-11-24T00:00', '今天 24:00'],
  ['2026-11-24T09:00', '11-24 周二 09:00'],
  ['2026-11-18T17:30', '11-18 周三 17:30'],
])('%s in full is %s', (due, text) => {
  expect(dueInFull(at(due), now)).toBe(text)
})

test.each([
  ['2026-11-24T00:00', '今天'],
  ['2026-11-25T00:00', '11-24 周二'],
  ['2026-11-21T00:00', '11-20 周五'],
  ['2026-11-24T18:00', '11-24 18:00'],
])('%s by its day is %s', (due, text) => {
  expect(dueDayOf(at(due), now)).toBe(text)
})

test.each([
  ['2026-11-23T09:00', '09:00', '11-23 周一'],
  ['2026-11-24T18:00', '11-24 18:00', '11-24 周二'],
  ['2026-11-30T00:00', '11-29 24:00', '11-29 周日'],
  ['2026-12-01T00:00', '24:00', ''],
  ['2027-01-05T00:00', '24:00', ''],
  ['2027-01-04T09:00', '09:00', ''],
])('below the countdown of %s stands %s; of a day without a time only “%s”', (due, text, day) => {
  expect(belowCountdown(at(due), now)).toBe(text)
  expect(belowCountdown(at(due), now, { wholeDay: true })).toBe(day)
})
