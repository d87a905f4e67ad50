import { expect, test } from 'vitest'
import { whoMayOpen } from './page-access.ts'

const pm = [
  'reports.write',
  'customers.read',
  'customers.write',
  'activities.read',
  'absences.read',
  'people.read',
]
const adm = ['people.read', 'people.write', 'audit.read', 'calendar.write']

test.each([
  ['/reports/compliance', pm, '部门经理、综合管理和总经理'],
  ['/reports/team', pm, '部门经理和总经理'],
  ['/customers/import/0198', pm, '部门经理和综合管理'],
  ['/customers/duplicates', pm, '部门经理和综合管理'],
  ['/customers/merge', pm, '部门经理和综合管理'],
  ['/attendance/new', pm, '部门经理，部门经理的由总经理'],
  ['/settings/people/new', pm, '系统管理员'],
  ['/customers', adm, '事业部人员和总经理'],
  ['/attendance', adm, '事业部人员和总经理'],
  ['/reports', pm, null],
  ['/customers/0198', pm, null],
  ['/settings/people/0198', pm, null],
  ['/settings/audit', adm, null],
  ['/regulation', adm, null],
  ['/customersx', adm, null],
])('%s is refused in the words %3$s', (path, rights, who) => {
  expect(whoMayOpen(path, rights)).toBe(who)
})
