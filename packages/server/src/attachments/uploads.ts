import {
  type AttachmentSubject,
  type NewUpload,
  type Upload,
  uploadPiece,
} from '@zhuowei/contract/attachments.ts'
import type { FastifyRequest } from 'fastify'
import type { Selectable } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { AttachmentUploads } from '../platform/db/schema.d.ts'
import type { FileStore, Staged } from '../platform/files/store.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound, Refusal } from '../platform/refusal.ts'
import { requireAdding, subjectOf } from './access.ts'
import { addAttachment } from './add.ts'
import { refuseProgram, refuseProgramName } from './file-names.ts'

type Filing = Reading & { db: Database; files: FileStore }

/** The same file of the same person goes on where it stopped, also after the page was closed. */
export async function startUpload({ db, actor, now }: Writing, input: NewUpload): Promise<Upload> {
  const subject = await subjectOf(db, actor, input.subjectType, input.subjectId)
  requireAdding(subject)
  const name = input.name.split(/[/\\]/).at(-1)?.trim() || '未命名'
  refuseProgramName(name)
  const row = await db
    .insertInto('attachmentUploads')
    .values({
      ...{ id: newId(), subjectType: subject.type, subjectId: subject.id, personId: actor.id },
      ...{ name, size: input.size, modifiedAt: new Date(input.modifiedAt), touchedAt: now },
    })
    .onConflict((same) =>
      same
        .columns(['personId', 'subjectType', 'subjectId', 'name', 'size', 'modifiedAt'])
        .where('attachmentId', 'is', null)
        .doUpdateSet({ touchedAt: now }),
    )
    .returning(['id', 'size', 'received'])
    .executeTakeFirstOrThrow()
  return row
}

/** A piece is on the disk before it counts; the same piece sent again after a lost answer changes nothing. */
export async function appendPiece(
  { db, actor, now, files }: Filing,
  { id, offset }: { id: string; offset: number },
  request: FastifyRequest,
): Promise<Upload> {
  await ownUpload(db, actor, id)
  const piece = await receive(request) // before the transaction, so that a slow line holds no connection
  return db.transaction().execute(async (trx) => {
    const upload = await ownUpload(trx, actor, id, 'lock')
    if (offset !== upload.received) throw wrongOffset(upload)
    if (offset + piece.length > upload.size) throw invalid('file', '内容比说好的长，请重新上传')
    await files.writePiece(id, offset, piece)
    const received = offset + piece.length
    await trx
      .updateTable('attachmentUploads')
      .set({ received, touchedAt: now })
      .where('id', '=', id)
      .execute()
    return present({ ...upload, received })
  })
}

/** The pieces become one file of the store and hang on the record; asked again, it is the same attachment. */
export async function finishUpload({ db, actor, now, files }: Filing, id: string): Promise<string> {
  const begun = await ownUpload(db, actor, id)
  if (begun.attachmentId) return begun.attachmentId
  if (begun.received < begun.size) throw wrongOffset(begun)
  const staged = await files.stage(files.readPieces(id, begun.size))
  try {
    refuseProgram(staged.head)
    const attachmentId = await db.transaction().execute((trx) => settle(trx, staged))
    await files.dropPieces(id)
    return attachmentId
  } finally {
    await files.discard(staged)
  }

  async function settle(trx: Trx, content: Staged): Promise<string> {
    const upload = await ownUpload(trx, actor, id, 'lock')
    if (upload.attachmentId) return upload.attachmentId
    const type = upload.subjectType as AttachmentSubject // attachment_uploads_subject_known
    const subject = await subjectOf(trx, actor, type, upload.subjectId)
    requireAdding(subject)
    const attachmentId = await addAttachment({ db: trx, actor, now, files }, subject, {
      name: upload.name,
      content,
    })
    await trx.updateTable('attachmentUploads').set({ attachmentId }).where('id', '=', id).execute()
    return attachmentId
  }
}

type UploadRow = Selectable<AttachmentUploads>

/** Nobody else sees what is on its way. */
async function ownUpload(db: Database | Trx, actor: Actor, id: string, lock?: 'lock'): Promise<UploadRow> {
  const upload = await db
    .selectFrom('attachmentUploads')
    .selectAll()
    .where('id', '=', id)
    .where('personId', '=', actor.id)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!upload) throw notFound()
  return upload
}

async function receive(request: FastifyRequest): Promise<Buffer> {
  const part = await request.file({ limits: { fileSize: uploadPiece } })
  if (!part) throw invalid('file', '请选择文件')
  const piece = await part.toBuffer()
  if (piece.length === 0) throw invalid('file', '这一段是空的')
  return piece
}

const present = ({ id, size, received }: Pick<UploadRow, 'id' | 'size' | 'received'>): Upload => ({
  id,
  size,
  received,
})

const wrongOffset = (upload: UploadRow) =>
  new Refusal('wrong_offset', { facts: { received: upload.received } })
