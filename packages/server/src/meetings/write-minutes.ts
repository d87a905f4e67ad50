import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { MinutesLine, WrittenLine } from '@zhuowei/contract/minutes.ts'
import { sql } from 'kysely'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound, Refusal } from '../platform/refusal.ts'
import { mayWriteMinutes } from './access.ts'
import { findMeetingFor } from './find-meeting.ts'
import { presentLine, selectLines } from './minutes.ts'
import { recordMeetingEvent } from './telling.ts'

interface NewLine {
  agendaItemId: string | null
  after: string | null
  body: string
}

/** One line of the minutes, under another or at the end. */
export async function addLine(
  work: Writing,
  meetingId: string,
  input: NewLine,
  id = newId(),
): Promise<OnServer<MinutesLine>> {
  const meeting = await findForWriting(work, meetingId)
  await refuseForeignAgenda(work, meetingId, input.agendaItemId)
  const { agendaItemId, body, after } = input
  const position = await positionAfter(work, meetingId, after)
  await insertLine(work, { id, meetingId, agendaItemId, body, position, conflictOf: null })
  await recordMeetingEvent(work, meeting, wrote(meeting.number))
  return findLine(work, meetingId, id)
}

/**
 * A new text for a line. Nobody's words are lost: on one that somebody else has changed meanwhile the text comes to stand below it as a
 * line of its own until somebody has looked, and one that was removed comes back.
 */
export async function writeLine(
  work: Writing,
  meetingId: string,
  lineId: string,
  { version, body }: { version: number; body: string },
): Promise<OnServer<WrittenLine>> {
  const { db, actor, now } = work
  const meeting = await findForWriting(work, meetingId)
  const line = await lockLine(work, meetingId, lineId)
  const isRemoved = line.removedAt !== null
  if (line.body === body && !isRemoved)
    return { kept: 'written', line: await findLine(work, meetingId, lineId) }
  if (line.version !== version && !isRemoved) {
    const id = newId()
    const { agendaItemId } = line
    const position = await positionAfter(work, meetingId, lineId)
    await insertLine(work, { id, meetingId, agendaItemId, body, position, conflictOf: lineId })
    await recordMeetingEvent(work, meeting, wrote(meeting.number))
    return { kept: 'beside', line: await findLine(work, meetingId, id) }
  }
  const next = line.version + 1
  await db
    .updateTable('minutesLines')
    .set({ body, version: next, updatedAt: now, updatedBy: actor.id, removedAt: null })
    .where('id', '=', lineId)
    .execute()
  await keepVersion(work, lineId, next, body)
  await recordMeetingEvent(work, meeting, wrote(meeting.number))
  return { kept: isRemoved ? 'restored' : 'written', line: await findLine(work, meetingId, lineId) }
}

/** Gone from the page, kept in the history; one that somebody has just rewritten stays. */
export async function removeLine(
  work: Writing,
  meetingId: string,
  lineId: string,
  version: number,
): Promise<void> {
  const { db, actor, now } = work
  const meeting = await findForWriting(work, meetingId)
  const line = await lockLine(work, meetingId, lineId)
  if (line.removedAt) return
  if (line.version !== version)
    throw new Refusal('version_conflict', {
      facts: { current: await findLine(work, meetingId, lineId), yours: { version } },
    })
  await db
    .updateTable('minutesLines')
    .set({ removedAt: now, updatedAt: now, updatedBy: actor.id, conflictOf: null, version: sql`version + 1` })
    .where('id', '=', lineId)
    .execute()
  await keepVersion(work, lineId, line.version + 1, '')
  // Of two written at the same time the other one is now the line.
  await db.updateTable('minutesLines').set({ conflictOf: null }).where('conflictOf', '=', lineId).execute()
  await recordMeetingEvent(work, meeting, {
    verb: 'meeting.minutes_line_removed',
    summary: `删去 ${meeting.number} 纪要的一行`,
  })
}

/** 两行都要. */
export async function settleConflict(
  work: Writing,
  meetingId: string,
  lineId: string,
): Promise<OnServer<MinutesLine>> {
  const meeting = await findForWriting(work, meetingId)
  await lockLine(work, meetingId, lineId)
  await work.db.updateTable('minutesLines').set({ conflictOf: null }).where('id', '=', lineId).execute()
  await recordMeetingEvent(work, meeting, wrote(meeting.number))
  return findLine(work, meetingId, lineId)
}

const findForWriting = (work: Writing, id: string) =>
  findMeetingFor(work, id, {
    ...{ step: 'writeMinutes', may: mayWriteMinutes, whyNot: '纪要由部门经理和综合管理记录' },
  })

const wrote = (number: string) => ({ verb: 'meeting.minutes_written', summary: `记录 ${number} 的纪要` })

interface Row extends Omit<NewLine, 'after'> {
  id: string
  meetingId: string
  position: number
  conflictOf: string | null
}

async function insertLine(work: Writing, row: Row): Promise<void> {
  const { db, actor, now } = work
  await db
    .insertInto('minutesLines')
    .values({ ...row, createdAt: now, createdBy: actor.id, updatedAt: now, updatedBy: actor.id })
    .execute()
  await keepVersion(work, row.id, 1, row.body)
}

async function keepVersion(
  { db, actor, now }: Writing,
  lineId: string,
  version: number,
  body: string,
): Promise<void> {
  await db
    .insertInto('minutesLineVersions')
    .values({ lineId, version, body, at: now, byId: actor.id })
    .execute()
}

/** The meeting is locked, so that two new lines never take the same place. */
async function positionAfter({ db }: Writing, meetingId: string, after: string | null): Promise<number> {
  const lines = await db
    .selectFrom('minutesLines')
    .select(['id', 'position'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const index = after ? lines.findIndex(({ id }) => id === after) : lines.length - 1
  if (after && index < 0) throw invalid('after', '没有找到这一行')
  const before = lines[index]?.position ?? 0
  const next = lines[index + 1]?.position
  return next === undefined ? before + 1 : (before + next) / 2
}

async function refuseForeignAgenda(
  { db }: Writing,
  meetingId: string,
  agendaItemId: string | null,
): Promise<void> {
  if (!agendaItemId) return
  const item = await db
    .selectFrom('agendaItems')
    .select('id')
    .where('id', '=', agendaItemId)
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (!item) throw invalid('agendaItemId', '没有找到这个议程')
}

async function lockLine({ db }: Writing, meetingId: string, lineId: string) {
  const line = await db
    .selectFrom('minutesLines')
    .selectAll()
    .where('id', '=', lineId)
    .where('meetingId', '=', meetingId)
    .forUpdate()
    .executeTakeFirst()
  if (!line) throw notFound()
  return line
}

async function findLine({ db }: Writing, meetingId: string, lineId: string): Promise<OnServer<MinutesLine>> {
  const row = await selectLines(db)
    .where('minutesLines.id', '=', lineId)
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  return presentLine(row)
}
