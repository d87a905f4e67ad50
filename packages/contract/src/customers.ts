import { grades } from '@zhuowei/domain/customers/grade.ts'
import * as z from 'zod'
import { bulkGrade, bulkStatus, transfer } from './bulk.ts'
import {
  bulkOutcome,
  customer,
  customerChanges,
  customerFilters,
  customerListItem,
  customerPage,
  customerQuery,
  customerSummary,
  customerTree,
  duplicateCandidate,
  newCustomer,
  resources,
  timelineItem,
  version,
} from './customer-shapes.ts'
import { endpoint } from './kernel.ts'
import { id, pageOf, requiredText } from './shapes.ts'

const params = z.object({ id })
const cursor = z.string().max(200).optional()
const limit = z.coerce.number().int().min(1).max(100).default(30)
const reason = (label: string) => requiredText(label, 500)

const similarQuery = z.object({
  name: z.string().trim().max(120).optional(),
  phone: z.string().trim().max(40).optional(),
  creditCode: z.string().trim().max(18).optional(),
  /** The customer that is being edited is not its own duplicate. */
  exceptId: id.optional(),
})
export type SimilarQuery = z.output<typeof similarQuery>

export const customersApi = {
  list: endpoint({
    method: 'GET',
    path: '/customers',
    summary: '客户列表：筛选、搜索、排序，按游标翻页',
    access: 'customers.read',
    query: customerQuery,
    reply: customerPage,
  }),
  summary: endpoint({
    method: 'GET',
    path: '/customers/summary',
    summary: '列表的数量和各筛选项的数量，有上限',
    access: 'customers.read',
    query: customerFilters,
    reply: customerSummary,
  }),
  create: endpoint({
    method: 'POST',
    path: '/customers',
    summary: '新建客户',
    access: 'customers.write',
    clause: '六.2.3)②',
    body: newCustomer,
    reply: customer,
    problems: ['duplicate_record'],
  }),
  // A POST, so that a phone number never stands in an address or in the log of a proxy.
  similar: endpoint({
    method: 'POST',
    path: '/customers/similar',
    summary: '查重：同名、名称相近、电话相同、信用代码相同',
    access: 'customers.write',
    body: similarQuery,
    reply: z.object({ items: z.array(duplicateCandidate) }),
  }),
  removed: endpoint({
    method: 'GET',
    path: '/customers/removed',
    summary: '最近删除的客户，可以恢复',
    access: 'customers.transfer',
    reply: z.array(customerListItem),
  }),
  get: endpoint({
    method: 'GET',
    path: '/customers/:id',
    summary: '一家客户',
    access: 'customers.read',
    params,
    reply: customer,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/customers/:id',
    summary: '修改客户资料和客户状态',
    access: 'customers.write',
    clause: '六.2.4)',
    params,
    body: customerChanges,
    reply: customer,
    problems: ['version_conflict', 'duplicate_record'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/customers/:id',
    summary: '删除客户（可以恢复）',
    access: 'customers.transfer',
    params,
    body: z.object({ reason: reason('删除原因') }),
  }),
  restore: endpoint({
    method: 'DELETE',
    path: '/customers/:id/removal',
    summary: '恢复删除的客户',
    access: 'customers.transfer',
    params,
    reply: customer,
    problems: ['duplicate_record'],
  }),
  changeGrade: endpoint({
    method: 'POST',
    path: '/customers/:id/grade-changes',
    summary: '调整客户等级',
    access: 'customers.write',
    clause: '六.1.2)①',
    params,
    body: z.object({
      to: z.enum(grades, '请选择客户等级'),
      reason: z.string().trim().max(500, '理由不能超过 500 个字'),
      /** 六.1.1)④: needed for A unless the customer has one. */
      resources,
      version,
    }),
    reply: customer,
    problems: ['version_conflict'],
  }),
  changeGrades: endpoint({
    method: 'POST',
    path: '/customers/grade-changes',
    summary: '调整选中客户的等级；可以是选中的，也可以是符合条件的全部（至多 10,000 家）',
    access: 'customers.write',
    clause: '六.1.2)①',
    body: bulkGrade,
    reply: bulkOutcome,
  }),
  changeStatuses: endpoint({
    method: 'POST',
    path: '/customers/status-changes',
    summary: '修改选中客户的客户状态；可以是选中的，也可以是符合条件的全部（至多 10,000 家）',
    access: 'customers.write',
    body: bulkStatus,
    reply: bulkOutcome,
  }),
  transfer: endpoint({
    method: 'POST',
    path: '/customers/transfers',
    summary: '移交客户给另一位负责人，可同时换片区；可以是选中的，也可以是符合条件的全部（至多 10,000 家）',
    access: 'customers.transfer',
    clause: '六.4.1)',
    body: transfer,
    reply: bulkOutcome,
  }),
  markTraded: endpoint({
    method: 'PUT',
    path: '/customers/:id/trade',
    summary: '标为交易客户（以前有过交易）',
    access: 'customers.write',
    clause: '六.1.1)①',
    params,
    body: z.object({
      reason: reason('交易依据'),
      /** 六.1.1)②: a C customer becomes B with its first deal; the person confirms it. */
      confirmGradeB: z.boolean().default(false),
      version,
    }),
    reply: customer,
    problems: ['version_conflict'],
  }),
  revertTrade: endpoint({
    method: 'DELETE',
    path: '/customers/:id/trade',
    summary: '改回无交易客户',
    access: 'customers.transfer',
    clause: '六.1.1)①',
    params,
    body: z.object({ reason: reason('原因'), version }),
    reply: customer,
    problems: ['version_conflict'],
  }),
  tree: endpoint({
    method: 'GET',
    path: '/customers/:id/tree',
    summary: '上级单位和下级单位',
    access: 'customers.read',
    params,
    reply: customerTree,
  }),
  timeline: endpoint({
    method: 'GET',
    path: '/customers/:id/timeline',
    summary: '时间线：拜访和所有变化，新的在前',
    access: 'customers.read',
    params,
    query: z.object({ only: z.enum(['activities', 'changes']).optional(), cursor, limit }),
    reply: pageOf(timelineItem),
  }),
}
