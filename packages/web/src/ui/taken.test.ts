import { expect, test } from 'vitest'
import { taken } from './taken.ts'

test.each([
  ['an empty box', '', '浪潮 NF5280', '浪潮 NF5280'],
  ['a box of blanks', ' \n', '浪潮 NF5280', '浪潮 NF5280'],
  ['words that were typed stay in front', '四台，旧', '浪潮 NF5280', '四台，旧\n浪潮 NF5280'],
  ['taken over once', '四台\n浪潮 NF5280', '浪潮 NF5280', '四台\n浪潮 NF5280'],
])('%s', (_, typed, words, after) => {
  expect(taken(typed, words)).toBe(after)
})
