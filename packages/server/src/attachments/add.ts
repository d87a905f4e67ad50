import { Readable } from 'node:stream'
import { fileKindLabel } from '@zhuowei/contract/attachments.ts'
import type { Actor } from '../platform/actor.ts'
import { recordEvent } from '../platform/events.ts'
import type { FileStore, Staged } from '../platform/files/store.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import type { Subject } from './access.ts'
import { kindOf, mediaTypeOf } from './media-type.ts'

type Filing = Writing & { files: FileStore }
type Place = Pick<Subject, 'type' | 'id' | 'divisionId'>

/** Hangs the file on the record; what hangs there already with the same content stays the one. */
export async function addAttachment(
  { db, actor, now, files }: Filing,
  subject: Place,
  { name, content }: { name: string; content: Staged },
): Promise<string> {
  await files.keep(db, content)
  const same = await heldBy(db, subject)
    .where('hash', '=', content.hash)
    .where('pinnedAs', 'is', null)
    .executeTakeFirst()
  if (same) return same.id
  const mediaType = mediaTypeOf(content.head)
  const id = newId()
  await db
    .insertInto('attachments')
    .values({ id, ...rowOf(subject, { name, content }), mediaType, createdAt: now, createdBy: actor.id })
    .execute()
  // Without the name: more people read the timeline than the files.
  await recordEvent(db, actor, now, {
    verb: 'attachment.added',
    subjectType: 'attachment',
    subjectId: id,
    divisionId: subject.divisionId,
    customerId: subject.id,
    summary: `上传了附件：${fileKindLabel[kindOf(mediaType, name)]}`,
  })
  return id
}

/**
 * 六.3.2)① puts the current version of a form first among the attachments, in place of the one before; the same content changes
 * nothing. The command that made the version has recorded its own event.
 */
export async function pinAttachment(
  { db, actor, now, files }: Omit<Filing, 'actor'> & { actor: Pick<Actor, 'id'> },
  subject: Place,
  { name, bytes, as: pinnedAs }: { name: string; bytes: Buffer; as: 'feedback_form' },
): Promise<string> {
  const content = await files.stage(Readable.from([bytes]))
  try {
    await files.keep(db, content)
    const before = await heldBy(db, subject).where('pinnedAs', '=', pinnedAs).executeTakeFirst()
    if (before?.hash === content.hash) return before.id
    if (before) await db.deleteFrom('attachments').where('id', '=', before.id).execute()
    const id = newId()
    const mediaType = mediaTypeOf(content.head)
    await db
      .insertInto('attachments')
      .values({
        ...{ id, ...rowOf(subject, { name, content }), mediaType, pinnedAs },
        ...{ createdAt: now, createdBy: actor.id },
      })
      .execute()
    return id
  } finally {
    await files.discard(content)
  }
}

const rowOf = (subject: Place, { name, content }: { name: string; content: Staged }) => ({
  ...{ subjectType: subject.type, subjectId: subject.id, divisionId: subject.divisionId },
  ...{ name, hash: content.hash, size: content.size },
})

/** Locked, so that two versions at once follow each other. */
const heldBy = (db: Writing['db'], { type, id }: Place) =>
  db
    .selectFrom('attachments')
    .select(['id', 'hash'])
    .where('subjectType', '=', type)
    .where('subjectId', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
