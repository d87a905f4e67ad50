import { expect, test } from 'vitest'
import { type ConflictField, decisionOf, mergedSides } from './conflict.ts'

const field = (original: string, mine: string, theirs: string): ConflictField => ({
  key: 'phone',
  label: '联系电话',
  original,
  mine,
  theirs,
})

test.each([
  ['nobody changed it', field('a', 'a', 'a'), 'same'],
  ['both changed it to the same', field('a', 'b', 'b'), 'same'],
  ['only I changed it', field('a', 'b', 'a'), 'mine'],
  ['only they changed it', field('a', 'a', 'b'), 'theirs'],
  ['both changed it differently', field('a', 'b', 'c'), 'conflict'],
])('%s', (_, both, decision) => {
  expect(decisionOf(both)).toBe(decision)
})

test('saving waits until every conflict has been chosen', () => {
  const fields = [field('a', 'b', 'c'), { ...field('a', 'b', 'a'), key: 'status' }]
  expect(mergedSides(fields, {})).toBeNull()
  expect(mergedSides(fields, { phone: 'theirs' })).toEqual({ phone: 'theirs', status: 'mine' })
})
