import { expect, test } from 'vitest'
import { quietUntil, restAfter, waitAfter, whenToSend } from './timing.ts'

const at = (time: string, date = '2026-11-23') => new Date(`${date}T${time}:00+08:00`)
const quiet = { from: '21:30', to: '08:00' }

test.each([
  ['21:29', quiet, null],
  ['21:30', quiet, at('08:00', '2026-11-24')],
  ['23:59', quiet, at('08:00', '2026-11-24')],
  ['00:00', quiet, at('08:00')],
  ['07:59', quiet, at('08:00')],
  ['08:00', quiet, null],
  ['12:29', { from: '12:30', to: '13:30' }, null],
  ['12:30', { from: '12:30', to: '13:30' }, at('13:30')],
  ['13:30', { from: '12:30', to: '13:30' }, null],
  ['03:00', { from: '08:00', to: '08:00' }, null],
] as const)('at %s with %j the quiet ends at %s', (time, hours, ends) => {
  expect(quietUntil(at(time), hours)).toEqual(ends)
})

test.each([
  ['during the day it goes out at once', '17:30', null, false, { do: 'send' }],
  [
    'in the quiet it waits for the morning',
    '22:00',
    null,
    false,
    { do: 'hold', to: at('08:00', '2026-11-24') },
  ],
  [
    'a deadline before the quiet ends does not wait',
    '22:00',
    at('00:00', '2026-11-24'),
    false,
    { do: 'send' },
  ],
  [
    'a deadline after it does',
    '22:00',
    at('09:00', '2026-11-24'),
    false,
    { do: 'hold', to: at('08:00', '2026-11-24') },
  ],
  ['what is over is not said', '17:30', at('17:30'), false, { do: 'drop', why: 'late' }],
  ['nobody on leave hears of it', '17:30', null, true, { do: 'drop', why: 'leave' }],
  ['not even of a deadline', '22:00', at('23:00'), true, { do: 'drop', why: 'leave' }],
] as const)('§1B-18 %s', (_, time, until, onLeave, timing) => {
  expect(whenToSend({ now: at(time), quiet, until, onLeave })).toEqual(timing)
})

test('attempts come further and further apart, and end after about a day', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => waitAfter(attempts) ?? 0)
  expect(waits).toEqual(waits.toSorted((one, other) => one - other))
  expect(waits.reduce((sum, wait) => sum + wait) / 3_600_000).toBeCloseTo(22.3, 0)
  expect(waitAfter(8)).toBeNull()
})

test('a destination that keeps failing is left alone for longer and longer, an hour at most', () => {
  expect([0, 1, 2, 3, 4, 5, 30].map((failures) => restAfter(failures) / 60_000)).toEqual([
    0, 0, 0, 1, 2, 4, 60,
  ])
})
