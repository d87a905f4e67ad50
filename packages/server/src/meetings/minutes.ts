import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Minutes, MinutesLine } from '@zhuowei/contract/minutes.ts'
import { mayTake } from '@zhuowei/domain/meetings/meeting.ts'
import { recordAudit } from '../platform/audit/record.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { forbidden, notFound } from '../platform/refusal.ts'
import { mayReadMinutes, mayWriteMinutes } from './access.ts'
import { selectMeetings } from './select-meetings.ts'

/** 三.1: whoever may see the meeting and holds the right reads its minutes once they are published. */
export async function getMinutes(reading: Reading, meetingId: string): Promise<OnServer<Minutes>> {
  const { db, actor } = reading
  const meeting = await findMeeting(reading, meetingId)
  const rows = await selectLines(db)
    .where('meetingId', '=', meetingId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('minutesLines.id')
    .execute()
  return {
    lines: rows.map(presentLine),
    can: { write: mayWriteMinutes(actor, meeting) && mayTake('writeMinutes', meeting.state) },
  }
}

/** What one line said before, the latest first: drafts, for those who write the minutes. */
export async function lineVersions(reading: Reading, meetingId: string, lineId: string) {
  const meeting = await findMeeting(reading, meetingId)
  if (!mayWriteMinutes(reading.actor, meeting)) throw forbidden('以前写的由部门经理和综合管理看')
  const rows = await reading.db
    .selectFrom('minutesLineVersions')
    .innerJoin('minutesLines', 'minutesLines.id', 'minutesLineVersions.lineId')
    .innerJoin('people', 'people.id', 'minutesLineVersions.byId')
    .select(['minutesLineVersions.version', 'minutesLineVersions.body', 'at', 'byId', 'people.name'])
    .where('minutesLines.meetingId', '=', meetingId)
    .where('lineId', '=', lineId)
    .orderBy('minutesLineVersions.version', 'desc')
    .limit(100)
    .execute()
  if (rows.length === 0) throw notFound()
  return rows.map(({ byId, name, ...row }) => ({ ...row, by: { id: byId, name } }))
}

/** 三.1 §3B.2: printing leaves a trace. */
export async function recordPrint(work: Writing, meetingId: string): Promise<{ at: Date }> {
  const { db, actor, now } = work
  const { number } = await findMeeting(work, meetingId)
  await recordAudit(db, {
    ...{ action: 'meeting.minutes_printed', at: now, actor, subjectType: 'meeting', subjectId: meetingId },
    detail: { summary: `打印 ${number} 的纪要` },
  })
  return { at: now }
}

async function findMeeting({ db, actor }: Reading, id: string) {
  const meeting = await selectMeetings(db, actor).where('meetings.id', '=', id).executeTakeFirst()
  if (!meeting) throw notFound()
  if (!mayReadMinutes(actor, meeting)) throw forbidden('纪要还没有发布，由部门经理和综合管理整理')
  return meeting
}

export const selectLines = (db: Database | Trx) =>
  db
    .selectFrom('minutesLines')
    .innerJoin('people as author', 'author.id', 'minutesLines.createdBy')
    .innerJoin('people as writer', 'writer.id', 'minutesLines.updatedBy')
    .selectAll('minutesLines')
    .select(['author.name as authorName', 'writer.name as writerName'])

type Row = Awaited<ReturnType<ReturnType<typeof selectLines>['execute']>>[number]

export function presentLine(row: Row): OnServer<MinutesLine> {
  const { id, agendaItemId, body, conflictOf, version, updatedAt } = row
  return {
    ...{ id, agendaItemId, body, conflictOf, version, updatedAt },
    writtenBy: { id: row.createdBy, name: row.authorName },
    updatedBy: { id: row.updatedBy, name: row.writerName },
  }
}
