import { expect, test } from 'vitest'
import { plannedSentence, timeLeft, writtenSentence } from './sentences.ts'

const none = {
  create: 0,
  update: 0,
  duplicate: 0,
  unchanged: 0,
  error: 0,
  customersCreated: 0,
  customersUpdated: 0,
  contactsCreated: 0,
  contactsUpdated: 0,
  undone: 0,
  kept: 0,
}

test('an import says what it will do and what it did', () => {
  const counts = { ...none, customersCreated: 2900, contactsCreated: 3050, customersUpdated: 1, error: 100 }
  expect(plannedSentence(counts)).toBe('会新增客户 2,900 家、联系人 3,050 位、更新客户 1 家')
  expect(writtenSentence(counts)).toBe('新增客户 2,900 家、联系人 3,050 位、更新客户 1 家；100 行没有导入')
  expect(plannedSentence(none)).toBe('没有要写入的内容')
  expect(writtenSentence({ ...none, duplicate: 3 })).toBe('没有写入；3 行没有导入')
})

test.each([
  [0, 1000, 5000, undefined],
  [100, 1000, 1000, undefined],
  [500, 1000, 9000, '还需约 9 秒'],
  [100, 1000, 60_000, '还需约 9 分'],
  [1000, 1000, 9000, undefined],
])('%i of %i rows after %i ms: %s', (done, total, elapsed, text) => {
  expect(timeLeft(done, total, elapsed)).toBe(text)
})
