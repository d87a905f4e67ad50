import * as z from 'zod'
import {
  importDetail,
  importModes,
  importOptions,
  importOutcomes,
  importRow,
  importSummary,
  mapping,
} from './import-shapes.ts'
import { endpoint } from './kernel.ts'
import { id, pageOf } from './shapes.ts'

const params = z.object({ id })
const version = z.int()

export const importsApi = {
  list: endpoint({
    method: 'GET',
    path: '/imports',
    summary: '导入记录',
    access: 'customers.import',
    query: z.object({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: pageOf(importSummary),
  }),
  template: endpoint({
    method: 'GET',
    path: '/imports/template',
    summary: '导入模板（XLSX）',
    access: 'customers.import',
    transport: 'file',
  }),
  get: endpoint({
    method: 'GET',
    path: '/imports/:id',
    summary: '一次导入：列、预览、进度、结果',
    access: 'customers.import',
    params,
    reply: importDetail,
  }),
  rows: endpoint({
    method: 'GET',
    path: '/imports/:id/rows',
    summary: '逐行结果',
    access: 'customers.import',
    params,
    query: z.object({
      outcome: z.enum(importOutcomes).optional(),
      /** Only rows that stay outside because of this column. */
      column: z.string().max(200).optional(),
      /** Only the rows that undoing left as they are. */
      kept: z.enum(['true']).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: pageOf(importRow),
  }),
  upload: endpoint({
    method: 'POST',
    path: '/imports',
    summary: '上传 XLSX、CSV 或 TXT（不超过 30 MB）',
    access: 'customers.import',
    clause: '六.2.3)②',
    transport: 'upload',
    ownTransaction: true,
    reply: importDetail,
    problems: ['body_too_large', 'unsupported_media_type'],
  }),
  chooseHeader: endpoint({
    method: 'PUT',
    path: '/imports/:id/header',
    summary: '选择工作表和表头行',
    access: 'customers.import',
    params,
    body: z.object({ sheetNo: z.int().min(1).max(1000), headerRow: z.int().min(1).max(2_000_000), version }),
    reply: importDetail,
    problems: ['version_conflict'],
  }),
  check: endpoint({
    method: 'PUT',
    path: '/imports/:id/mapping',
    summary: '对应列并预检',
    access: 'customers.import',
    ownTransaction: true,
    params,
    body: z.object({ mapping, options: importOptions, version }),
    reply: importDetail,
    problems: ['version_conflict'],
  }),
  run: endpoint({
    method: 'POST',
    path: '/imports/:id/run',
    summary: '导入',
    access: 'customers.import',
    ownTransaction: true,
    params,
    body: z.object({ mode: z.enum(importModes), version }),
    reply: importDetail,
    problems: ['version_conflict'],
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/imports/:id/cancellation',
    summary: '取消预检或导入',
    access: 'customers.import',
    params,
    reply: importDetail,
  }),
  undo: endpoint({
    method: 'POST',
    path: '/imports/:id/reversal',
    summary: '撤销整批导入',
    access: 'customers.import',
    params,
    body: z.object({ version }),
    reply: importDetail,
    problems: ['version_conflict'],
  }),
  failedRows: endpoint({
    method: 'GET',
    path: '/imports/:id/failed-rows',
    summary: '没有导入的行和原因（XLSX）',
    access: 'customers.import',
    params,
    transport: 'file',
  }),
}
