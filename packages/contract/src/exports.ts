import {
  type ExportedThing,
  type ExportState,
  exportedLabel,
  exportStateLabel,
} from '@zhuowei/domain/exports/export.ts'
import * as z from 'zod'
import { complianceRange, periodUnits } from './compliance.ts'
import { customerFilters, version } from './customer-shapes.ts'
import { endpoint } from './kernel.ts'
import { id, instant, pageOf, personRef, reasonText, requiredText } from './shapes.ts'

// Object.keys forgets the key type of a literal table.
export const exportStates = Object.keys(exportStateLabel) as [ExportState, ...ExportState[]]

const exportedThings = Object.keys(exportedLabel) as [ExportedThing, ...ExportedThing[]]

const chosen = {
  ids: z.array(id).min(1, '请先选择客户').max(500, '一次最多选 500 家客户').optional(),
  matching: customerFilters.optional(),
  /** The first contact of each customer with the phone number. */
  withContacts: z.boolean().default(false),
}
const isOneOf = (body: { ids?: unknown; matching?: unknown }) =>
  (body.ids === undefined) !== (body.matching === undefined)
const unchosen = { message: '请先选择客户', path: ['ids'] }

const exportScope = z.object(chosen).refine(isOneOf, unchosen)
export type ExportScope = z.output<typeof exportScope>
const newExport = z
  .object({ ...chosen, purpose: reasonText('用途') })
  .refine(isOneOf, unchosen)
  .meta({ id: 'NewExport' })
export type NewExport = z.output<typeof newExport>

/** The grid of 合规: one division, one period, one kind of report. */
export const complianceGridScope = complianceRange.extend({ unit: z.enum(['day', ...periodUnits]) })
export type ComplianceGridScope = z.output<typeof complianceGridScope>
const newComplianceExport = complianceGridScope
  .extend({ purpose: reasonText('用途') })
  .meta({ id: 'NewComplianceExport' })
export type NewComplianceExport = z.output<typeof newComplianceExport>

const forecast = z
  .object({
    rows: z.int(),
    words: z.string(),
    /** How long the file can be downloaded. */
    hours: z.int(),
    /** Why and by whom it has to be approved; null: the file is made at once. */
    approval: z.object({ reason: z.string(), by: z.string() }).nullable(),
  })
  .meta({ id: 'ExportForecast' })

export type ExportForecast = z.output<typeof forecast>

const registered = z
  .object({
    id,
    division: z.object({ id, name: z.string() }).nullable(),
    requestedBy: personRef,
    requestedAt: instant,
    purpose: z.string(),
    words: z.string(),
    /** Customers, or people of the grid. */
    of: z.enum(exportedThings),
    rows: z.int(),
    withContacts: z.boolean(),
    state: z.enum(exportStates),
    approvalReason: z.string().nullable(),
    /** 部门经理 or 总经理. */
    approver: z.string(),
    decidedBy: personRef.nullable(),
    decidedAt: instant.nullable(),
    refusal: z.string().nullable(),
    fileName: z.string().nullable(),
    fileHash: z.string().nullable(),
    fileSize: z.int().nullable(),
    expiresAt: instant.nullable(),
    downloads: z.int(),
    version: z.int(),
    can: z.object({ decide: z.boolean(), download: z.boolean() }),
  })
  .meta({ id: 'Export' })
export type RegisteredExport = z.output<typeof registered>

const params = z.object({ id })

export const exportsApi = {
  list: endpoint({
    method: 'GET',
    path: '/exports',
    summary: '导出登记，新的在前',
    access: 'customers.export',
    clause: '三.1',
    query: z.object({
      waiting: z.enum(['true']).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: pageOf(registered),
  }),
  forecast: endpoint({
    method: 'POST',
    path: '/exports/forecast',
    summary: '会导出几家客户，要不要批准',
    access: 'customers.export',
    clause: '三.1',
    body: exportScope,
    reply: forecast,
  }),
  request: endpoint({
    method: 'POST',
    path: '/exports',
    summary: '申请导出客户',
    access: 'customers.export',
    clause: '三.1',
    body: newExport,
    reply: registered,
  }),
  forecastCompliance: endpoint({
    method: 'POST',
    path: '/exports/compliance/forecast',
    summary: '合规表会导出几人，要不要批准',
    access: 'compliance.read',
    clause: '三.1',
    body: complianceGridScope,
    reply: forecast,
  }),
  requestCompliance: endpoint({
    method: 'POST',
    path: '/exports/compliance',
    summary: '申请导出合规表',
    access: 'compliance.read',
    clause: '三.1',
    body: newComplianceExport,
    reply: registered,
  }),
  approve: endpoint({
    method: 'POST',
    path: '/exports/:id/approval',
    summary: '批准导出',
    access: 'customers.approveExport',
    clause: '三.1',
    params,
    body: z.object({ version }),
    reply: registered,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  refuse: endpoint({
    method: 'POST',
    path: '/exports/:id/refusal',
    summary: '不批准导出',
    access: 'customers.approveExport',
    clause: '三.1',
    params,
    body: z.object({ version, reason: requiredText('理由', 200) }),
    reply: registered,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  file: endpoint({
    method: 'GET',
    path: '/exports/:id/file',
    summary: '导出的文件（XLSX），生成后 24 小时内由申请人下载',
    access: 'customers.export',
    clause: '三.1',
    params,
    transport: 'file',
    problems: ['window_closed'],
  }),
}
