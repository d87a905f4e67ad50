import { expect, test } from 'vitest'
import { numberTail } from './number-tail.ts'

test.each([
  ['ZW011', '011'],
  ['011', '011'],
  ['20260011', '0011'],
  ['A-7', '7'],
  ['外聘甲', '外聘甲'],
])('of the number %s the page shows %s', (employeeNo, tail) => {
  expect(numberTail(employeeNo)).toBe(tail)
})
