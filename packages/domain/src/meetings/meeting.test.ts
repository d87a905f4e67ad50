import { expect, test } from 'vitest'
import { mayTake, meetingClause, presenceAtEnd, presenceOnSignIn } from './meeting.ts'

test.each([
  ['regular', null, '四.1'],
  ['occasional', 'policy', '四.2-第一'],
  ['occasional', 'project', '四.2-第二'],
  ['occasional', 'training', '四.2-第三'],
] as const)('a %s meeting of the form %s stands under %s', (kind, form, clause) => {
  expect(meetingClause(kind, form)).toBe(clause)
})

test.each([
  ['who signed in was there, whatever was registered', 'present', 'leave', 'present'],
  ['who signed in from afar took part from afar', 'remote', 'trip', 'remote'],
  ['who is on leave is excused', 'invited', 'leave', 'leave'],
  ['who is on a trip and did not sign in was missing', 'invited', 'trip', 'absent'],
  ['who did not sign in was missing', 'invited', null, 'absent'],
] as const)('四.1 when the meeting ends: %s', (_, signed, away, presence) => {
  expect(presenceAtEnd(signed, away)).toBe(presence)
})

test('四.1 on a trip one signs in from afar', () => {
  expect([presenceOnSignIn('trip'), presenceOnSignIn('leave'), presenceOnSignIn(null)]).toEqual([
    'remote',
    'present',
    'present',
  ])
})

test('a published meeting is changed only after it was opened again', () => {
  expect(mayTake('writeMinutes', 'ended')).toBe(true)
  expect(mayTake('writeMinutes', 'published')).toBe(false)
  expect(mayTake('reopen', 'published')).toBe(true)
  expect(mayTake('start', 'cancelled')).toBe(false)
})
