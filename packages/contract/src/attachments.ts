import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, personRef, requiredText } from './shapes.ts'

export const largestAttachment = 50 * 1024 * 1024
/** So much goes in one request; a line that breaks loses no more than this. */
export const uploadPiece = 1024 * 1024

/** What attachments hang on; who may read and add them follows from the record. */
export const attachmentSubjects = ['customer'] as const
export type AttachmentSubject = (typeof attachmentSubjects)[number]

export const fileKinds = [
  'picture',
  'pdf',
  'document',
  'sheet',
  'slides',
  'text',
  'archive',
  'sound',
  'film',
  'other',
] as const
export type FileKind = (typeof fileKinds)[number]
export const fileKindLabel: Record<FileKind, string> = {
  picture: '图片',
  pdf: 'PDF',
  document: '文档',
  sheet: '表格',
  slides: '演示文稿',
  text: '文本',
  archive: '压缩包',
  sound: '录音',
  film: '视频',
  other: '文件',
}

const attachment = z
  .object({
    id,
    name: z.string(),
    size: z.int(),
    kind: z.enum(fileKinds),
    /** Shown in place; everything else is downloaded. */
    preview: z.enum(['picture', 'pdf']).nullable(),
    /** The name promises this (PDF, 图片), and the content is something else. */
    notWhatNamed: z.string().nullable(),
    /** The current version of a form, which the system puts here itself. */
    pinned: z.boolean(),
    createdAt: instant,
    createdBy: personRef,
    can: z.object({ remove: z.boolean() }),
  })
  .meta({ id: 'Attachment' })
export type Attachment = z.output<typeof attachment>

const upload = z
  .object({
    id,
    size: z.int(),
    /** The next piece starts here. */
    received: z.int(),
  })
  .meta({ id: 'Upload' })
export type Upload = z.output<typeof upload>

const subject = { subjectType: z.enum(attachmentSubjects), subjectId: id }
const newUpload = z
  .object({
    ...subject,
    name: requiredText('文件名', 200),
    size: z
      .int('文件大小不对')
      .min(1, '文件是空的')
      .max(largestAttachment, '每个文件不超过 50 MB，请压缩或拆开再上传'),
    modifiedAt: instant,
  })
  .meta({ id: 'NewUpload' })
export type NewUpload = z.output<typeof newUpload>

const params = z.object({ id })

export const attachmentsApi = {
  list: endpoint({
    method: 'GET',
    path: '/attachments',
    summary: '一条记录的附件，当前版本在前，然后新的在前',
    access: 'attachments.read',
    clause: '六.3.2)①',
    query: z.object(subject),
    reply: z.object({ items: z.array(attachment), can: z.object({ add: z.boolean() }) }),
  }),
  start: endpoint({
    method: 'POST',
    path: '/attachments/uploads',
    summary: '开始上传；同一个文件没有传完的接着传',
    access: 'attachments.write',
    body: newUpload,
    reply: upload,
  }),
  append: endpoint({
    method: 'PUT',
    path: '/attachments/uploads/:id/pieces',
    summary: '上传一段（不超过 1 MB）',
    access: 'attachments.write',
    transport: 'upload',
    ownTransaction: true,
    params,
    query: z.object({ offset: z.coerce.number().int().min(0).max(largestAttachment) }),
    reply: upload,
    problems: ['wrong_offset', 'body_too_large', 'unsupported_media_type', 'storage_full'],
  }),
  finish: endpoint({
    method: 'POST',
    path: '/attachments/uploads/:id/finish',
    summary: '传完了，放到附件里',
    access: 'attachments.write',
    ownTransaction: true,
    params,
    reply: attachment,
    problems: ['wrong_offset', 'storage_full'],
  }),
  content: endpoint({
    method: 'GET',
    path: '/attachments/:id/content',
    summary: '附件的内容；每次都重新核对权限',
    access: 'attachments.read',
    clause: '三.1',
    params,
    query: z.object({ as: z.enum(['view', 'download']).default('download') }),
    transport: 'file',
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/attachments/:id',
    summary: '移除附件，一天之内可以恢复',
    access: 'attachments.write',
    params,
    problems: ['nothing_to_decide'],
  }),
  restore: endpoint({
    method: 'POST',
    path: '/attachments/:id/restoration',
    summary: '恢复移除的附件',
    access: 'attachments.write',
    params,
    problems: ['window_closed'],
  }),
}
