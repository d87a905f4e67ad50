import * as z from 'zod'
import { feedbackContent } from './feedback.ts'
import { endpoint } from './kernel.ts'
import { id, requiredText } from './shapes.ts'

export const formFiles = ['xlsx', 'docx'] as const
export type FormFile = (typeof formFiles)[number]

const importedForm = feedbackContent
  .extend({ customerId: id, version: z.int().min(0), fileName: requiredText('文件名') })
  .meta({ id: 'ImportedFeedback' })
export type ImportedForm = z.output<typeof importedForm>

/** One 附表 of a file as it would be taken in; nothing is written yet. */
const checkedForm = z
  .object({
    fileName: z.string(),
    customer: z.object({ id, name: z.string() }).nullable(),
    changes: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
    /** Why it cannot be taken in, each with its cell. */
    faults: z.array(z.string()),
    /** What to accept; null when something is wrong or nothing would change. */
    accepts: importedForm.nullable(),
  })
  .meta({ id: 'CheckedFeedback' })
export type CheckedForm = z.output<typeof checkedForm>

/** In one go; more are taken in a second time. */
export const mostFormFiles = 20

const params = z.object({ id })

/** 六.3.2)③ the 附表 as a file or on paper: out, and back in when it is filled. */
export const feedbackPapersApi = {
  file: endpoint({
    method: 'GET',
    path: '/customers/:id/feedback/file',
    summary: '反馈表按附表导出（Excel 或 Word）',
    access: 'feedback.read',
    clause: '六.3.2)③',
    params,
    query: z.object({ format: z.enum(formFiles) }),
    transport: 'file',
  }),
  print: endpoint({
    method: 'POST',
    path: '/customers/:id/feedback/prints',
    summary: '记下打印了反馈表',
    access: 'feedback.read',
    clause: '三.1',
    params,
  }),
  check: endpoint({
    method: 'POST',
    path: '/feedback/import-checks',
    summary: '预检填好的反馈表（xlsx 或 docx，可以几份一起）',
    access: 'feedback.write',
    clause: '六.3.2)②',
    query: z.object({ customerId: id.optional() }),
    transport: 'upload',
    ownTransaction: true,
    reply: z.array(checkedForm),
    problems: ['body_too_large', 'unsupported_media_type'],
  }),
  accept: endpoint({
    method: 'POST',
    path: '/feedback/imports',
    summary: '导入预检过的反馈表，每份一版',
    access: 'feedback.write',
    clause: '六.3.2)②',
    body: z.object({ forms: z.array(importedForm).min(1, '请选择要导入的反馈表').max(100) }),
    reply: z.object({ imported: z.int() }),
    problems: ['version_conflict'],
  }),
}
