import { describe, expect, test } from 'vitest'
import { approvalReason, exportedText } from './export.ts'

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
    expect(approvalReason({ of: 'customers', role, rows, withContacts }, parameters)).toBe(reason)
  })

  test('people of the grid of 合规 are counted as people', () => {
    expect(approvalReason({ of: 'compliance', role: 'dm', rows: 201, withContacts: false }, parameters)).toBe(
      '超过 200 人',
    )
    expect(exportedText('compliance', 9)).toBe('9 人的汇报合规')
    expect(exportedText('customers', 9, true)).toBe('9 家客户（含联系人和电话）')
  })
})
