import { expect, test } from 'vitest'
import { entryDateProblem } from './entry-date.ts'

test.each([
  ['1900-01-01', '入职日期不会早于 1976-11-23，请核对年份'],
  ['1976-11-22', '入职日期不会早于 1976-11-23，请核对年份'],
  ['1976-11-23', null],
  ['2026-11-02', null],
  ['2027-11-23', null],
  ['2027-11-24', '入职日期最晚填到 2027-11-23，请核对年份'],
  ['9999-12-31', '入职日期最晚填到 2027-11-23，请核对年份'],
])('on 2026-11-23 somebody entered as of %s: %s', (date, problem) => {
  expect(entryDateProblem(date, '2026-11-23')).toBe(problem)
})

test('on a leap day the limits are days that exist', () => {
  expect(entryDateProblem('2030-01-01', '2028-02-29')).toBe('入职日期最晚填到 2029-02-28，请核对年份')
})
