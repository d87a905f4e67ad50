import { expect, test } from 'vitest'
import { proposeMapping } from './columns.ts'
import { bestHeader } from './header.ts'

test.each([
  [
    ['客户名称*', '联系人（必填）', '职 务', '手机号', '状态'],
    ['name', 'contactName', 'contactPosition', 'contactPhone', 'status'],
  ],
  [
    ['单位名称', '姓名', '职位', '手机', '电话'],
    ['name', 'contactName', 'contactPosition', 'contactPhone', 'phone'],
  ],
  [
    ['Company', 'Contact Name', 'Title', 'Mobile', 'E-mail'],
    ['name', 'contactName', 'contactPosition', 'contactPhone', 'email'],
  ],
  [
    ['单位邮箱', '邮箱', '序号', '片区（所属）'],
    ['email', 'contactEmail', null, 'region'],
  ],
  [
    ['客户', '客户名称', '备注', '备注'],
    [null, 'name', 'remarks', null],
  ],
])('headings %j are recognised as %j', (headers, expected) => {
  expect(proposeMapping(headers)).toEqual(expected)
})

const lines = (...cells: string[][]) => cells.map((line, index) => ({ no: index + 1, cells: line }))

test('the header is found below a title, a unit and a date', () => {
  const rows = lines(
    ['电力事业部客户清单'],
    ['制表：综合管理', '', '2026-11-23'],
    ['序号', '客户名称', '联系人', '电话'],
    ['1', '云岭供电公司', '张三', '13800000000'],
  )
  expect(bestHeader(rows)?.row.no).toBe(3)
})

test('of a header in two lines the lower and fuller one is taken', () => {
  const rows = lines(
    ['客户名称', '联系人信息', '', '', '客户状态'],
    ['客户名称', '姓名', '职务', '手机', '客户状态'],
  )
  expect(bestHeader(rows)?.row.no).toBe(2)
})

test('a table without headings has no header, rather than a guessed one', () => {
  expect(
    bestHeader(lines(['云岭供电公司', '张三', '13800000000'], ['澜海供电公司', '李四', '13900000000'])),
  ).toBeNull()
})
