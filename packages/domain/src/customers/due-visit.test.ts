import { expect, test } from 'vitest'
import { resolveParameters } from '../clauses/parameters.ts'
import { dueVisit } from './due-visit.ts'
import type { Grade } from './grade.ts'

const defaults = resolveParameters([], '2026-11-23')

test.each<[string, Grade, string, string, number]>([
  ['六.4.1) A: the fifteenth day is in time', 'A', '2026-11-08', '2026-11-23', 0],
  ['六.4.1) A: the sixteenth is not', 'A', '2026-11-07', '2026-11-22', 1],
  ['六.4.1) B: thirty days', 'B', '2026-10-24', '2026-11-23', 0],
  ['六.4.1) B: thirty-one', 'B', '2026-10-23', '2026-11-22', 1],
  ['六.4.1) C: ninety days', 'C', '2026-08-25', '2026-11-23', 0],
  ['六.4.1) C: a week more', 'C', '2026-08-18', '2026-11-16', 7],
])('%s', (_, grade, lastOn, dueOn, daysOver) => {
  expect(dueVisit({ grade, lastOn }, '2026-11-23', defaults)).toEqual({ dueOn, daysOver })
})

test('a division may ask for more: A once a week', () => {
  const asked = { ...defaults, 'visit.perMonthA': 4 }
  expect(dueVisit({ grade: 'A', lastOn: '2026-11-15' }, '2026-11-23', asked)).toEqual({
    dueOn: '2026-11-22',
    daysOver: 1,
  })
})
