import type { AttachmentSubject } from '@zhuowei/contract/attachments.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { forbidden, notFound, Refusal } from '../platform/refusal.ts'
import { mayRemove, requireReading, subjectOf } from './access.ts'

/** The content is there for another day (platform/files/jobs.ts). */
const restorableMs = 24 * 60 * 60 * 1000

/** Gone from the record at once; for a day it can be brought back. */
export async function removeAttachment(work: Writing, id: string): Promise<void> {
  const row = await removable(work, id)
  if (row.removedAt) return
  await write(work, id, work.now)
  await record(work, row, 'attachment.removed', '移除了附件')
}

export async function restoreAttachment(work: Writing, id: string): Promise<void> {
  const row = await removable(work, id)
  if (!row.removedAt) return
  if (work.now.getTime() - row.removedAt.getTime() >= restorableMs)
    throw new Refusal('window_closed', { detail: '移除超过一天的附件已经清除，请重新上传' })
  const same = await work.db
    .selectFrom('attachments')
    .select('id')
    .where('subjectType', '=', row.subjectType)
    .where('subjectId', '=', row.subjectId)
    .where('hash', '=', row.hash)
    .where('pinnedAs', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (same) return
  await write(work, id, null)
  await record(work, row, 'attachment.restored', '恢复了附件')
}

async function removable({ db, actor }: Writing, id: string) {
  const row = await db
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  const type = row.subjectType as AttachmentSubject // attachments_subject_known
  const subject = await subjectOf(db, actor, type, row.subjectId)
  requireReading(subject)
  if (!mayRemove(actor, subject, row)) {
    throw forbidden(row.pinnedAs ? '这是反馈表的当前版本，随反馈表更新' : '附件由上传人或部门经理移除')
  }
  return row
}

const write = ({ db, actor }: Writing, id: string, removedAt: Date | null) =>
  db.updateTable('attachments').set({ removedAt, removedBy: actor.id }).where('id', '=', id).execute()

const record = (
  { db, actor, now }: Writing,
  row: { id: string; divisionId: string; subjectId: string },
  verb: string,
  summary: string,
) =>
  recordEvent(db, actor, now, {
    ...{ verb, summary, subjectType: 'attachment', subjectId: row.id },
    ...{ divisionId: row.divisionId, customerId: row.subjectId },
  })
