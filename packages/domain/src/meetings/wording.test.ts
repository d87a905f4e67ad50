import { expect, test } from 'vitest'
import { durationText, weekHeading } from './wording.ts'

test.each([
  [0, '0 分'],
  [45, '45 分'],
  [60, '1 小时'],
  [90, '1 小时 30 分'],
])('%i minutes of training are written %s', (minutes, text) => {
  expect(durationText(minutes)).toBe(text)
})

test('四.1 the meeting carries the number of its week', () => {
  expect([weekHeading('2026-W48'), weekHeading('2026-W05')]).toEqual(['第48周周例会', '第5周周例会'])
})
