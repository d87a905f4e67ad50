import type { Activity } from '@zhuowei/contract/activities.ts'
import { expect, test } from 'vitest'
import { mergedSides } from '../ui/conflict.ts'
import { conflictFields, merged } from './visit-conflict.ts'
import { draftOf } from './visit-draft.ts'

const base = {
  kind: 'visit',
  customer: { id: 'lanting', name: '岚汀市供电公司', grade: 'A' },
  happenedAt: '2026-11-20T15:20:00+08:00',
  author: { id: 'jiaoer', name: '焦尔' },
  visitors: [{ id: 'jiaoer', name: '焦尔' }],
  contacts: [{ id: 'shen', name: '沈知白' }],
  content: '送标书',
  result: '开标 12-03',
  problem: '无',
  affectsFollowUp: false,
  nextStep: null,
  nextOn: null,
} as unknown as Activity // only what the form reads

const theirs = { ...base, content: '送标书和样本', result: '开标 12-05' }
const mine = { ...draftOf(base), result: '开标 12-04', nextStep: '问评委', nextOn: '2026-11-26' }

test('what only one of the two changed is merged, what both changed is chosen', () => {
  const fields = conflictFields(base, mine, theirs)
  expect(mergedSides(fields, {})).toBeNull()
  const sides = mergedSides(fields, { result: 'mine' })
  expect(sides).toEqual({ content: 'theirs', result: 'mine', nextStep: 'mine', nextOn: 'mine' })
  expect(merged(sides ?? {}, draftOf(base), mine, draftOf(theirs))).toMatchObject({
    content: '送标书和样本',
    result: '开标 12-04',
    nextStep: '问评委',
    problem: '无',
  })
})

test('people are compared by name, times as they are read', () => {
  const fields = conflictFields(base, mine, theirs)
  expect(fields.find(({ key }) => key === 'contactIds')).toMatchObject({ label: '拜访对象', mine: '沈知白' })
  expect(fields.find(({ key }) => key === 'when')?.original).toBe('2026-11-20 15:20')
})
