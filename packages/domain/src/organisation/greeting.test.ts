import { expect, test } from 'vitest'
import { phoneGreeting } from '../clauses/prescribed.ts'
import { greetingOf } from './greeting.ts'

test('三.7 with the names of the text the greeting is the text', () => {
  expect(greetingOf({ shortName: '卓维', division: '电力事业部', name: '××' })).toBe(phoneGreeting)
})

test('一.2)② another short name changes what is said on the phone', () => {
  expect(greetingOf({ shortName: '卓越', division: '轨道事业部', name: '焦尔' })).toBe(
    '您好，卓越轨道事业部，焦尔',
  )
})
