import { attachmentsApi } from '@zhuowei/contract/attachments.ts'
import { implement } from '../platform/http/implement.ts'
import { getAttachment, listAttachments, sendContent } from './queries.ts'
import { removeAttachment, restoreAttachment } from './removal.ts'
import { appendPiece, finishUpload, startUpload } from './uploads.ts'

export const attachmentsRoutes = implement(attachmentsApi, {
  list: (call) => listAttachments(call, call.query),
  start: (call) => startUpload(call, call.body),
  append: ({ services, params, query, request, ...call }) =>
    appendPiece({ ...call, files: services.files }, { ...params, ...query }, request),
  finish: async ({ services, ...call }) => {
    const id = await finishUpload({ ...call, files: services.files }, call.params.id)
    return getAttachment(call, id)
  },
  content: async ({ services, params, query, request, reply, ...call }) =>
    sendContent({ ...call, files: services.files }, { ...params, ...query }, { request, reply }),
  remove: (call) => removeAttachment(call, call.params.id),
  restore: (call) => restoreAttachment(call, call.params.id),
})
