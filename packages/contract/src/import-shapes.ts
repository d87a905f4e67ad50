import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { accountStatuses, accountTypes } from '@zhuowei/domain/customers/account.ts'
import { grades, tradeStatuses } from '@zhuowei/domain/customers/grade.ts'
import * as z from 'zod'
import { id, instant, personRef } from './shapes.ts'

/** What a column of the file may fill; the first five are prescribed (六.2.3)②). */
export const importFieldLabel = {
  ...requiredCustomerFields,
  type: '客户类型',
  region: '片区',
  city: '城市',
  county: '县（区）',
  owner: '负责人',
  grade: '客户等级',
  tradeStatus: '交易状态',
  creditCode: '统一社会信用代码',
  parent: '上级单位',
  address: '通信地址',
  website: '网站',
  email: '单位邮箱',
  phone: '总机',
  source: '客户来源',
  remarks: '备注',
  department: '部门',
  departmentKind: '部门类别',
  level: '联系人层级',
  personKind: '人员类别',
  purchaseRole: '采购角色',
  relationship: '关系程度',
  attitude: '态度',
  contactEmail: '联系人邮箱',
  wechat: '微信',
  contactRemarks: '联系人备注',
} as const
export type ImportField = keyof typeof importFieldLabel
export const importFields = Object.keys(importFieldLabel) as [ImportField, ...ImportField[]] // a literal, never empty

/** Fields without which no row is complete; 客户状态 may instead come from the defaults. */
export const requiredImportFields = [
  'name',
  'contactName',
  'contactPosition',
  'contactPhone',
  'status',
] as const satisfies readonly ImportField[]

export const importStateLabel = {
  reading: '读取中',
  mapping: '待对应列',
  checking: '预检中',
  checked: '待导入',
  running: '导入中',
  done: '已导入',
  failed: '没有成功',
  cancelled: '已取消',
  undone: '已撤销',
} as const
export type ImportState = keyof typeof importStateLabel
const importStates = Object.keys(importStateLabel) as [ImportState, ...ImportState[]] // a literal, never empty

export const importOutcomeLabel = {
  create: '新增',
  update: '更新',
  duplicate: '重复',
  unchanged: '无变化',
  error: '错误',
} as const
export type ImportOutcome = keyof typeof importOutcomeLabel
export const importOutcomes = Object.keys(importOutcomeLabel) as [ImportOutcome, ...ImportOutcome[]] // a literal, never empty

export const importModeLabel = { all_or_nothing: '全部成功才导入', valid_rows: '只导入没有错误的行' } as const
export type ImportMode = keyof typeof importModeLabel
export const importModes = Object.keys(importModeLabel) as [ImportMode, ...ImportMode[]] // a literal, never empty

export const mapping = z.array(z.enum(importFields).nullable()).max(200)
export type ImportMapping = z.infer<typeof mapping>

const optionalId = id.nullish().transform((value) => value ?? null)
const optionalCode = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z
    .enum(codes)
    .nullish()
    .transform((value) => value ?? null)

/** What holds for rows that do not say it themselves, and how customers that exist already are treated. */
export const importOptions = z
  .object({
    regionId: optionalId,
    ownerId: optionalId,
    status: optionalCode(accountStatuses),
    type: optionalCode(accountTypes),
    tradeStatus: optionalCode(tradeStatuses),
    grade: optionalCode(grades),
    /** Existing values are kept and only empty fields filled, unless this is set. */
    overwrite: z.boolean().default(false),
    /** Rows whose phone belongs to another customer are left out as 重复, unless this is set. */
    allowSamePhone: z.boolean().default(false),
  })
  .meta({ id: 'ImportOptions' })
export type ImportOptions = z.output<typeof importOptions>

const counts = z.object({
  create: z.int(),
  update: z.int(),
  duplicate: z.int(),
  unchanged: z.int(),
  error: z.int(),
  customersCreated: z.int(),
  customersUpdated: z.int(),
  contactsCreated: z.int(),
  contactsUpdated: z.int(),
  undone: z.int(),
  kept: z.int(),
})
export type ImportCounts = z.infer<typeof counts>

const importFacts = {
  id,
  fileName: z.string(),
  state: z.enum(importStates),
  createdBy: personRef,
  createdAt: instant,
  finishedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  mode: z.enum(importModes).nullable(),
  totalRows: z.int(),
  doneRows: z.int(),
  counts,
  /** Why it stands where it stands: what failed, what stopped it. */
  failure: z.string().nullable(),
  version: z.int(),
  can: z.object({ map: z.boolean(), run: z.boolean(), cancel: z.boolean(), undo: z.boolean() }),
}

export const importSummary = z.object(importFacts).meta({ id: 'Import' })
export type ImportSummary = z.infer<typeof importSummary>

const fileRow = z.object({ rowNo: z.int(), cells: z.array(z.string()) })

export const importDetail = z
  .object({
    ...importFacts,
    /** The visible sheets of the file; a text file has one. */
    sheets: z.array(
      z.object({ no: z.int(), name: z.string(), rows: z.int(), headerRow: z.int().nullable() }),
    ),
    sheetNo: z.int(),
    /** Null when none of the first lines looks like a header; the person then points at it. */
    headerRow: z.int().nullable(),
    headers: z.array(z.string()),
    /** The first lines of the sheet, with whatever stands above the header. */
    preview: z.array(fileRow),
    mapping,
    /** The mapping is the one chosen last time for this header. */
    remembered: z.boolean(),
    options: importOptions,
    /** Where the rows that stay outside fail: the headings with the number of rows, most first; null is the row as a whole. */
    problems: z.array(z.object({ column: z.string().nullable(), rows: z.int() })),
    /** An earlier import of exactly this file. */
    sameFileAs: z.object({ id, createdAt: instant, state: z.enum(importStates) }).nullable(),
  })
  .meta({ id: 'ImportDetail' })
export type ImportDetail = z.infer<typeof importDetail>

const reason = z.object({
  /** The heading of the column in the file; null when the row as a whole is meant. */
  column: z.string().nullable(),
  text: z.string(),
  /** A note explains, it does not keep the row out. */
  note: z.boolean(),
})
export type ImportReason = z.infer<typeof reason>

export const importRow = z
  .object({
    rowNo: z.int(),
    outcome: z.enum(importOutcomes).nullable(),
    name: z.string(),
    contact: z.string(),
    reasons: z.array(reason),
    cells: z.array(z.string()),
    /** Beside each cell what is kept of it, where that differs; null: as it stands, or not taken. */
    stored: z.array(z.string().nullable()),
    customerId: id.nullable(),
    applied: z.boolean(),
    /** Why undoing left it as it is. */
    keptReason: z.string().nullable(),
  })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.infer<typeof importRow>
