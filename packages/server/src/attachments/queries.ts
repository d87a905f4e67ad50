import type { Attachment, AttachmentSubject } from '@zhuowei/contract/attachments.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit/record.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { mayRemove, requireReading, type Subject, subjectOf } from './access.ts'
import { brokenPromise } from './file-names.ts'
import { kindOf, previewOf } from './media-type.ts'

/** The current version of the form first, then the newest. */
export async function listAttachments(
  { db, actor }: Reading,
  { subjectType, subjectId }: { subjectType: AttachmentSubject; subjectId: string },
) {
  const subject = await subjectOf(db, actor, subjectType, subjectId)
  requireReading(subject)
  const rows = await selectAttachments(db)
    .where('attachments.subjectType', '=', subjectType)
    .where('attachments.subjectId', '=', subjectId)
    .where('attachments.removedAt', 'is', null)
    .orderBy((row) => row('attachments.pinnedAs', 'is', null))
    .orderBy('attachments.createdAt', 'desc')
    .orderBy('attachments.id', 'desc')
    .execute()
  return { items: rows.map((row) => present(row, actor, subject)), can: { add: subject.can.add } }
}

export async function getAttachment(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  id: string,
): Promise<OnServer<Attachment>> {
  const row = await selectAttachments(db).where('attachments.id', '=', id).executeTakeFirstOrThrow()
  const subject = await subjectOf(db, actor, row.subjectType, row.subjectId)
  return present(row, actor, subject)
}

/** 三.1 the right is asked at each download, and each one leaves a trace. What is no picture or PDF is never opened in place. */
export async function sendContent(
  { db, actor, now, files }: Reading & { files: FileStore },
  { id, as }: { id: string; as: 'view' | 'download' },
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const row = await selectAttachments(db)
    .where('attachments.id', '=', id)
    .where('attachments.removedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound()
  requireReading(await subjectOf(db, actor, row.subjectType, row.subjectId))
  const { name, hash, size, mediaType } = row
  const preview = as === 'view' ? previewOf(mediaType) : null
  reply
    .header('etag', `"${hash}"`)
    .header('cache-control', 'private, no-cache')
    .header('content-disposition', dispositionOf(name, preview !== null))
    .header('content-security-policy', preview === 'pdf' ? pdfPolicy : sandboxPolicy)
  if (request.headers['if-none-match'] === `"${hash}"`) return reply.status(304).send()
  await recordAudit(db, {
    ...{ action: 'attachment.downloaded', at: now, actor, requestId: request.id, address: request.ip },
    ...{ subjectType: row.subjectType, subjectId: row.subjectId },
    detail: { attachmentId: id, hash, size },
  })
  return reply.header('content-type', mediaType).header('content-length', size).send(files.read(hash))
}

const sandboxPolicy = "default-src 'none'; sandbox"
/** A browser shows no PDF in a sandbox; its own viewer runs nothing of the file in our name. */
const pdfPolicy =
  "default-src 'self'; script-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

const dispositionOf = (name: string, isPreview: boolean) =>
  `${isPreview ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`

function selectAttachments(db: Database | Trx) {
  return db
    .selectFrom('attachments')
    .innerJoin('people', 'people.id', 'attachments.createdBy')
    .select(['attachments.id', 'attachments.name', 'attachments.size', 'attachments.hash'])
    .select(['attachments.mediaType', 'attachments.pinnedAs', 'attachments.createdAt'])
    .select(['attachments.subjectId', 'attachments.createdBy', 'people.name as createdByName'])
    .select((row) => row.ref('attachments.subjectType').$castTo<AttachmentSubject>().as('subjectType')) // attachments_subject_known
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAttachments>['executeTakeFirstOrThrow']>>

function present(row: Row, actor: Actor, subject: Subject): OnServer<Attachment> {
  const { id, name, size, mediaType, pinnedAs, createdAt } = row
  return {
    id,
    name,
    size,
    kind: kindOf(mediaType, name),
    preview: previewOf(mediaType),
    notWhatNamed: brokenPromise(name, mediaType),
    pinned: pinnedAs !== null,
    createdAt,
    createdBy: { id: row.createdBy, name: row.createdByName },
    can: { remove: mayRemove(actor, subject, row) },
  }
}
