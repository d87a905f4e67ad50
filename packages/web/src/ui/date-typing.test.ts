import { expect, test } from 'vitest'
import { isWholeDate, typedDate } from './date-typing.ts'

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-23 周一', '2026-11-23'],
  ['2026/11/3', '2026-11-03'],
  ['2026.11.23', '2026-11-23'],
  ['20261123', '2026-11-23'],
  ['2026年11月23日', '2026-11-23'],
  ['11-23', '2026-11-23'],
  ['11月3日', '2026-11-03'],
  ['２０２６－１１－２３', '2026-11-23'],
  [' 2026-11-23 星期一 ', '2026-11-23'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['23', null],
  ['明天', null],
  ['', null],
])('“%s” is the day %s', (text, date) => {
  expect(typedDate(text, '2026-11-23')).toBe(date)
})

test('a date counts while it is typed only once nothing is missing', () => {
  expect(isWholeDate('2026-11-2')).toBe(false)
  expect(isWholeDate('2026-11-23')).toBe(true)
  expect(isWholeDate('2026-02-30')).toBe(false)
})
