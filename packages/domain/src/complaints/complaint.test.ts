import { expect, test } from 'vitest'
import { complaintStates, mayStep } from './complaint.ts'

test.each([
  ['dispatch', ['notified', 'dispatched', 'handling', 'reopened']],
  ['handle', ['dispatched', 'handling', 'reopened']],
  ['resolve', ['dispatched', 'handling', 'reopened']],
  ['callBack', ['callback']],
] as const)('六.5.1) %s is possible in %j and in no other state', (step, states) => {
  expect(complaintStates.filter((state) => mayStep(step, state))).toEqual(states)
})
