import { expect, test } from 'vitest'
import { mergedSides } from '../ui/conflict.ts'
import { blankFields, changesOf, conflictFields, mergedFields } from './customer-inputs.ts'

const original = { ...blankFields, name: '听涛县供电公司', status: 'contacting', city: '岚汀' }

test('only what differs from the start is sent, and an emptied field is sent as empty', () => {
  expect(changesOf(original, original)).toEqual({})
  expect(changesOf(original, { ...original, status: 'project', city: '' })).toEqual({
    status: 'project',
    city: '',
  })
  expect(changesOf(original, { ...original, parent: { value: 'id', label: '省公司' } })).toEqual({
    parentId: 'id',
  })
})

test('what only one of two people changed is kept without a question', () => {
  const mine = { ...original, address: '一号路' }
  const theirs = { ...original, status: 'project' }
  const sides = mergedSides(conflictFields(original, mine, theirs), {})
  expect(mergedFields(sides ?? {}, { original, mine, theirs })).toEqual({
    ...original,
    address: '一号路',
    status: 'project',
  })
})

test('what both changed waits for a choice, in words', () => {
  const mine = { ...original, status: 'interested' }
  const theirs = { ...original, status: 'project' }
  const fields = conflictFields(original, mine, theirs)
  expect(fields.find((field) => field.key === 'status')).toMatchObject({
    label: '客户状态',
    original: '接触中',
    mine: '意向',
    theirs: '项目跟进',
  })
  expect(mergedSides(fields, {})).toBeNull()
  expect(mergedFields({ status: 'mine' }, { original, mine, theirs }).status).toBe('interested')
})
