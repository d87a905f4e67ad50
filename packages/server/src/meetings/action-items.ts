import type { ActionItemQuery, ChangedActionItem, NewActionItem } from '@zhuowei/contract/action-items.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { ActionItem } from '@zhuowei/contract/meeting-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { isOpen } from '@zhuowei/domain/meetings/action-item.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { refuseStale } from '../platform/refuse-stale.ts'
import { mayClose, mayWriteMinutes, visibleMeetings } from './access.ts'
import { presentActionItem, selectActionItems } from './action-item-rows.ts'
import { staffAt } from './people.ts'
import { recordMeetingEvent, tell } from './telling.ts'

type Item = OnServer<ActionItem>

/** By due date, the first due first. */
export async function listActionItems({ db, actor }: Reading, query: ActionItemQuery) {
  let rows = selectActionItems(db, actor)
    .orderBy('actionItems.dueOn')
    .orderBy('actionItems.id')
    .limit(query.limit + 1)
  if (query.open) rows = rows.where('actionItems.closedAt', query.open === 'true' ? 'is' : 'is not', null)
  if (query.ownerId) rows = rows.where('actionItems.ownerId', '=', query.ownerId)
  if (query.from) rows = rows.where('actionItems.dueOn', '>=', query.from)
  if (query.cursor) {
    const [on, id] = readCursor(query.cursor, 2)
    rows = rows.where(sql<boolean>`(action_items.due_on, action_items.id) > (${on}::date, ${id}::uuid)`)
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => presentActionItem(row, actor)),
    next: found.length > query.limit && last ? cursorOf(last.dueOn, last.id) : null,
  }
}

/** The question for what a person still owes from meetings, first due first: for 今天, which looks only so far ahead, and the list of tasks. */
export function openActionItemsOf(db: Reading['db'], actor: Pick<Reading['actor'], 'id'>, until?: string) {
  return db
    .selectFrom('actionItems')
    .innerJoin('meetings', 'meetings.id', 'actionItems.meetingId')
    .select(['actionItems.id', 'body', 'dueOn', 'carryCount', 'actionItems.meetingId'])
    .select(['meetings.number as meetingNumber', 'meetings.title as meetingTitle'])
    .where('actionItems.ownerId', '=', actor.id)
    .where('actionItems.closedAt', 'is', null)
    .$if(until !== undefined, (soon) => soon.where('actionItems.dueOn', '<=', until ?? ''))
    .orderBy('actionItems.dueOn')
    .orderBy('actionItems.id')
    .limit(50)
}

/** Noted while talking, or when the minutes are put in order. */
export async function addActionItem(work: Writing, input: NewActionItem, id = newId()): Promise<Item> {
  const { db, actor, now } = work
  const { meetingId, body, ownerId, dueOn } = input
  const meeting = await visibleMeetings(db, actor)
    .selectAll('meetings')
    .where('meetings.id', '=', meetingId)
    .executeTakeFirst()
  if (!meeting) throw notFound()
  if (!mayWriteMinutes(actor, meeting)) throw forbidden('遗留问题由部门经理和综合管理记录')
  if (meeting.state !== 'running' && meeting.state !== 'ended')
    throw new Refusal('nothing_to_decide', { detail: '会议开始以后、纪要发布以前记遗留问题' })
  await refuseStranger(work, meeting.divisionId, ownerId)
  if (dueOn < shanghaiDate(meeting.startsAt)) throw invalid('dueOn', '期限不能早于开会那天')
  await db
    .insertInto('actionItems')
    .values({
      ...{ id, divisionId: meeting.divisionId, meetingId, body, ownerId, dueOn },
      ...{ createdAt: now, createdBy: actor.id, updatedAt: now, updatedBy: actor.id },
    })
    .execute()
  await recordMeetingEvent(work, meeting, {
    verb: 'meeting.action_item_added',
    summary: `记 ${meeting.number} 的遗留问题`,
  })
  if (ownerId !== actor.id)
    await tell(work, {
      personIds: [ownerId],
      meetingId,
      title: `${meeting.number} 有一项遗留问题由您负责，期限 ${dueOn}`,
    })
  return presentActionItem(await findItem(work, id), actor)
}

export async function changeActionItem(work: Writing, id: string, input: ChangedActionItem): Promise<Item> {
  const { actor } = work
  const item = await findItem(work, id, true)
  if (!mayWriteMinutes(actor, item)) throw forbidden('遗留问题由部门经理和综合管理修改')
  await refuseStale(item.version, input, () => presentActionItem(item, actor))
  if (!isOpen(item.state)) throw closedAlready()
  if (input.ownerId !== item.ownerId) await refuseStranger(work, item.divisionId, input.ownerId)
  const { body, ownerId, dueOn } = input
  await change(work, id, { body, ownerId, dueOn })
  await recordMeetingEvent(work, asMeeting(item), {
    verb: 'meeting.action_item_changed',
    summary: `改 ${item.meetingNumber} 的遗留问题`,
  })
  if (ownerId !== item.ownerId && ownerId !== actor.id)
    await tell(work, {
      personIds: [ownerId],
      meetingId: item.meetingId,
      title: `${item.meetingNumber} 有一项遗留问题改由您负责，期限 ${dueOn}`,
    })
  return presentActionItem(await findItem(work, id), actor)
}

interface Closing {
  version: number
  outcome: 'done' | 'cancelled'
  note: string | null
}

/** 完成 says the owner or who keeps the minutes; 取消 only the latter, with a reason. */
export async function closeActionItem(work: Writing, id: string, input: Closing): Promise<Item> {
  const { actor, now } = work
  const item = await findItem(work, id, true)
  if (!mayClose(actor, item)) throw forbidden('遗留问题由负责人、部门经理或综合管理了结')
  if (input.outcome === 'cancelled' && !mayWriteMinutes(actor, item))
    throw forbidden('取消遗留问题由部门经理和综合管理')
  await refuseStale(item.version, input, () => presentActionItem(item, actor))
  if (!isOpen(item.state)) throw closedAlready()
  await change(work, id, { state: input.outcome, closedAt: now, closedBy: actor.id, closeNote: input.note })
  const isDone = input.outcome === 'done'
  await recordMeetingEvent(work, asMeeting(item), {
    verb: isDone ? 'meeting.action_item_done' : 'meeting.action_item_cancelled',
    summary: `${item.meetingNumber} 的遗留问题${isDone ? '完成' : '取消'}，负责人${item.ownerName}`,
  })
  return presentActionItem(await findItem(work, id), actor)
}

export async function reopenActionItem(
  work: Writing,
  id: string,
  input: { version: number; reason: string },
): Promise<Item> {
  const { actor } = work
  const item = await findItem(work, id, true)
  if (!mayWriteMinutes(actor, item)) throw forbidden('重新打开遗留问题由部门经理和综合管理')
  await refuseStale(item.version, input, () => presentActionItem(item, actor))
  if (isOpen(item.state)) throw new Refusal('nothing_to_decide', { detail: '这项遗留问题还没有了结' })
  const state = item.carryCount > 0 ? 'carried' : 'open'
  await change(work, id, { state, closedAt: null, closedBy: null, closeNote: null })
  await recordMeetingEvent(work, asMeeting(item), {
    ...{ verb: 'meeting.action_item_reopened', reason: input.reason },
    summary: `重新打开 ${item.meetingNumber} 的遗留问题`,
  })
  return presentActionItem(await findItem(work, id), actor)
}

type Row = Awaited<ReturnType<typeof findItem>>

async function findItem({ db, actor }: Writing, id: string, lock = false) {
  if (lock) await db.selectFrom('actionItems').select('id').where('id', '=', id).forUpdate().execute()
  const item = await selectActionItems(db, actor).where('actionItems.id', '=', id).executeTakeFirst()
  if (!item) throw notFound()
  return item
}

const closedAlready = () => new Refusal('nothing_to_decide', { detail: '这项遗留问题已经了结' })

async function refuseStranger({ db, now }: Writing, divisionId: string, ownerId: string): Promise<void> {
  const staff = await staffAt(db, divisionId, now)
  if (!staff.some(({ id }) => id === ownerId)) throw invalid('ownerId', '负责人要是本事业部在职的人')
}

interface Change {
  body?: string
  ownerId?: string
  dueOn?: string
  state?: string
  closedAt?: Date | null
  closedBy?: string | null
  closeNote?: string | null
}

async function change({ db, actor, now }: Writing, id: string, to: Change): Promise<void> {
  await db
    .updateTable('actionItems')
    .set({ ...to, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
}

const asMeeting = (item: Row) => ({ id: item.meetingId, divisionId: item.divisionId })
