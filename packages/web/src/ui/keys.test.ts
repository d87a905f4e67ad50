import { expect, test } from 'vitest'
import { isComposing } from './ime.ts'
import { rowAfterKey } from './list-keys.ts'
import { isShortcut } from './shortcut.ts'

const plain = { metaKey: false, ctrlKey: false, altKey: false, shiftKey: false }

test('Enter that picks a word in an input method is not a shortcut, in Chrome and in Safari', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false)
})

test('the event of React is looked into', () => {
  expect(isComposing({ nativeEvent: { isComposing: true, keyCode: 13 } })).toBe(true)
})

test.each([
  ['mod+K', { ...plain, key: 'k', metaKey: true }, true],
  ['mod+K', { ...plain, key: 'K', ctrlKey: true }, true],
  ['mod+K', { ...plain, key: 'k' }, false],
  ['J', { ...plain, key: 'j' }, true],
  ['J', { ...plain, key: 'j', ctrlKey: true }, false],
  ['J', { ...plain, key: 'j', altKey: true }, false],
  ['mod+Enter', { ...plain, key: 'Enter', ctrlKey: true }, true],
])('%s for %j is %s', (shortcut, event, expected) => {
  expect(isShortcut(event, shortcut)).toBe(expected)
})

test.each([
  ['ArrowDown', null, 'a'],
  ['ArrowDown', 'a', 'b'],
  ['ArrowDown', 'c', 'c'],
  ['ArrowUp', null, 'a'],
  ['ArrowUp', 'a', 'a'],
  ['ArrowUp', 'c', 'b'],
  ['Home', 'c', 'a'],
  ['End', 'a', 'c'],
  ['x', 'a', null],
])('%s from %s leads to %s', (key, from, to) => {
  expect(rowAfterKey(key, ['a', 'b', 'c'], from)).toBe(to)
})

test('an empty list leads nowhere', () => {
  expect(rowAfterKey('ArrowDown', [], null)).toBeNull()
})
