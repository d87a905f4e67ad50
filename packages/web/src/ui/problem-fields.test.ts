import type { Problem } from '@zhuowei/contract/shapes.ts'
import { expect, test } from 'vitest'
import { fieldsOf } from './problem-fields.ts'

const problem = (more: Partial<Problem>): Problem => ({
  type: 'about:blank',
  title: '填写的内容有误，请按提示修改',
  status: 422,
  code: 'invalid_input',
  requestId: 'r',
  ...more,
})

test('each error stands beside its field', () => {
  const errors = [
    { path: 'name', message: '请填写客户名称' },
    { path: 'phone', message: '电话号码应为 11 位' },
  ]
  expect(fieldsOf(problem({ errors }), ['name', 'phone'])).toEqual({
    fields: { name: '请填写客户名称', phone: '电话号码应为 11 位' },
    general: [],
  })
})

test('an error deep inside a field marks the field as well', () => {
  const errors = [{ path: 'contacts.1.phone', message: '电话号码应为 11 位' }]
  expect(fieldsOf(problem({ errors }), ['contacts']).fields).toEqual({
    'contacts.1.phone': '电话号码应为 11 位',
    contacts: '电话号码应为 11 位',
  })
})

test('the first of several errors of a field is the one that is shown', () => {
  const errors = [
    { path: 'name', message: '请填写客户名称' },
    { path: 'name', message: '客户名称不能超过 200 个字' },
  ]
  expect(fieldsOf(problem({ errors }), ['name']).fields.name).toBe('请填写客户名称')
})

test('an error for which the form has no field is said above the form', () => {
  const errors = [{ path: 'divisionId', message: '没有这个字段' }]
  expect(fieldsOf(problem({ errors }), ['name'])).toEqual({ fields: {}, general: ['没有这个字段'] })
})

test('a refusal without fields says its reason above the form', () => {
  const refusal = problem({ code: 'duplicate_record', detail: '岚汀市供电公司已经在册' })
  expect(fieldsOf(refusal, ['name']).general).toEqual(['岚汀市供电公司已经在册'])
})
