import { describe, expect, test } from 'vitest'
import { approvalReason } from './export.ts'

const parameters = { 'export.approvalRows': 200 }

describe('三.1, §3B 1: which exports need an approval', () => {
  test.each([
    ['dm', 200, false, null],
    ['dm', 201, false, '超过 200 家'],
    ['dm', 1, true, '含联系人和电话'],
    ['spm', 1, false, '按岗位须批准'],
    ['spm', 201, false, '超过 200 家'],
    ['oa', 1, false, '按岗位须批准'],
    ['oa', 1, true, '含联系人和电话'],
    ['gm', 5000, true, null],
  ] as const)('%s, %i rows, people: %s → %s', (role, rows, withContacts, reason) => {
    expect(approvalReason({ role, rows, withContacts }, parameters)).toBe(reason)
  })
})
